"""Judges the signature of a letter by dkimpy, which did not write it.

Arguments: the name where the key must be asked for, and what DNS says there (as in a zone: quoted strings). The letter stands on
standard input. Prints "good" and the headers that are signed, or "bad".
"""

import re
import sys

import dkim

name, record = sys.argv[1:3]
said = "".join(re.findall(r'"([^"]*)"', record)).encode()


def dns(asked, timeout=5):
    return said if asked.decode().rstrip(".") == name else None


judge = dkim.DKIM(sys.stdin.buffer.read())
try:
    is_good = judge.verify(dnsfunc=dns)
except dkim.DKIMException:
    is_good = False
if is_good:
    print("good", *sorted({one.decode().lower() for one, _ in judge.signed_headers}))
else:
    print("bad")
