"""A real mail server for tests: keeps each letter as a file, and its parts, decoded by Python's own parser, as JSON.

Arguments: folder, port (0 chooses one), answer. The answer is "take", a refusal such as "451 come back later", "wait 2",
which takes after so many seconds, or "keep 2", which has kept it by the time it begins to wait; "rcpt 550 nobody" refuses the
address before it hears of a letter. "tls" and "starttls" take what comes by a connection with a certificate that nobody has
signed; "auth" offers a sign-in and lets nobody in. Prints its port when it is ready.
"""

import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Keeper:
    def __init__(self, folder, answer):
        self.folder, self.answer, self.count = folder, answer, 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        word, _, rest = self.answer.partition(" ")
        if word == "rcpt":
            return rest
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        word, _, rest = self.answer.partition(" ")
        if word.isdigit():
            return self.answer
        if word == "wait":
            await asyncio.sleep(float(rest))
        self.count += 1
        whole = email.message_from_bytes(envelope.content, policy=email.policy.default)
        kept = {
            "recipients": envelope.rcpt_tos,
            "raw": envelope.content.decode("latin-1"),
            "headers": [[name, str(value)] for name, value in whole.items()],
            "shape": shape(whole),
            "parts": [part(one) for one in whole.walk() if not one.is_multipart()],
        }
        # Renamed into place, so that nobody reads half a file.
        path = self.folder / f"{self.count:04}.json"
        path.with_suffix(".part").write_text(json.dumps(kept), encoding="utf-8")
        path.with_suffix(".part").rename(path)
        if word == "keep":
            await asyncio.sleep(float(rest))
        return "250 kept"


def shape(one):
    if one.is_multipart():
        return one.get_content_subtype() + "(" + " ".join(shape(part) for part in one.iter_parts()) + ")"
    return one.get_content_type()


def part(one):
    return {
        "type": one.get_content_type(),
        "method": one["Content-Type"].params.get("method"),
        "file": one.get_filename(),
        "text": one.get_payload(decode=True).decode("utf-8"),
    }


async def main(folder, port, answer):
    keeper = Keeper(pathlib.Path(folder), answer)
    loop = asyncio.get_running_loop()
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(pathlib.Path(__file__).with_name("stranger.pem"))
    later = tls if answer == "starttls" else None
    at_once = tls if answer == "tls" else None
    # A sign-in that nobody passes; the others have none.
    doorman = (lambda *_: AuthResult(success=False, handled=False)) if answer == "auth" else None
    server = await loop.create_server(
        lambda: SMTP(
            keeper, enable_SMTPUTF8=False, tls_context=later, authenticator=doorman, auth_require_tls=doorman is None
        ),
        "127.0.0.1",
        int(port),
        ssl=at_once,
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    # Ends with the test: its end of this pipe closes, however it dies.
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main(*sys.argv[1:4]))
