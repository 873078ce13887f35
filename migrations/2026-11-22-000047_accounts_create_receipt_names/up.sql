-- To whom somebody's receipts are made out, where that is not simply their name: their company, or 上様. No row: their own.

create table accounts.receipt_names (
    user_id uuid constraint receipt_names_pkey primary key references accounts.users (id) on delete cascade,
    made_out_to text not null constraint receipt_names_made_out_to check (made_out_to <> ''),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create trigger touch before update on accounts.receipt_names for each row execute function platform.touch();
comment on table accounts.receipt_names is 'To whom somebody''s receipts are made out; no row means to themselves';

-- As the whole room: inside a business nobody reads it before there is a receipt.
revoke all on accounts.receipt_names from omotenashi_app, omotenashi_person;
