# An address out of its postal code.

postal-find = Fill in the address
postal-filled = The address is filled in. Add the block and number
postal-several = Several places share this postal code. Choose yours
postal-none = We can't find that postal code. Please type the address
