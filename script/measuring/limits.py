"""What the figures are held against: the disk, libxml2, and a mail server that keeps what it acknowledges."""

import base64
import os
import pwd
import re
import shutil
import socket
import subprocess
import threading
import time


def append(folder, size, group, seconds):
    """Records a second that a plain writer appends to a file, with one fdatasync for each group of them."""
    path = os.path.join(folder, "append")
    block = os.urandom(int(size) * group)
    count = 0
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    begin = time.monotonic()
    while time.monotonic() - begin < seconds:
        rest = memoryview(block)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fdatasync(file)
        count += group
    passed = time.monotonic() - begin
    os.close(file)
    os.unlink(path)
    return count / passed


def parse(folder, size):
    """Bytes a second that libxml2 reads as a stream; None without xmllint."""
    if not shutil.which("xmllint"):
        return None
    path = os.path.join(folder, "parse.xml")
    piece = b"<m><i>" + base64.b64encode(os.urandom(50_000)) + b"</i></m>"
    with open(path, "wb") as file:
        file.write(b"<b>" + piece * max(int(size) // len(piece), 1) + b"</b>")
    said = subprocess.run(
        ["xmllint", "--huge", "--stream", "--noout", "--timing", "--repeat", path],
        capture_output=True,
        text=True,
    ).stderr
    took = re.search(r"took (\d+) ms", said)
    found = re.search(r"(\d+) iterations", said)
    length = os.path.getsize(path)
    os.unlink(path)
    if not took or int(took.group(1)) == 0:
        return None
    return length * (int(found.group(1)) if found else 100) / (int(took.group(1)) / 1000)


def lmtp(folder, size, connections, seconds):
    """Mails a second that Dovecot takes over LMTP with mail_fsync=always; None where it is not installed."""
    program = shutil.which("dovecot") or "/usr/sbin/dovecot"
    if not os.path.exists(program) or not os.path.exists("/usr/lib/dovecot/lmtp"):
        return None
    place = os.path.abspath(os.path.join(folder, "dovecot"))
    os.makedirs(place, mode=0o755)
    port = free_port()
    with open(f"{place}/dovecot.conf", "w") as file:
        file.write(configuration(place, port))
    process = subprocess.Popen([program, "-F", "-c", f"{place}/dovecot.conf"])
    try:
        wait_for(port)
        return deliver(port, size, connections, seconds)
    finally:
        process.terminate()
        process.wait()


def configuration(place, port):
    owner = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    os.makedirs(f"{place}/mail")
    if os.getuid() == 0:
        os.chown(f"{place}/mail", owner.pw_uid, owner.pw_gid)
    users = (
        ""
        if os.getuid() == 0
        else f"""
default_internal_user = {owner.pw_name}
default_login_user = {owner.pw_name}
"""
    )
    return f"""
base_dir = {place}/run
state_dir = {place}/state
log_path = {place}/log
protocols = lmtp
ssl = no
{users}
first_valid_uid = 1
first_valid_gid = 0
mail_fsync = always
mail_location = maildir:{place}/mail/%u
passdb {{
  driver = static
  args = nopassword=y
}}
userdb {{
  driver = static
  args = uid={owner.pw_uid} gid={owner.pw_gid} home={place}/mail/%u
}}
service anvil {{
  chroot =
}}
service lmtp {{
  process_min_avail = 32
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {port}
  }}
}}
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port):
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.01)
    raise RuntimeError("Dovecot does not answer; see its log")


def deliver(port, size, connections, seconds):
    end = time.monotonic() + seconds
    counts = [0] * connections
    threads = [
        threading.Thread(target=deliver_over_one, args=(port, size, number, end, counts))
        for number in range(connections)
    ]
    begin = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.monotonic() - begin)


def deliver_over_one(port, size, number, end, counts):
    lines = b"".join(b"x" * 70 + b"\r\n" for _ in range(int(size) // 72))
    mail = b"From: a@example.nl\r\nTo: b@example.nl\r\nSubject: meting\r\n\r\n" + lines + b".\r\n"
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        answers = line.makefile("rb")
        said(answers, b"220")
        line.sendall(b"LHLO measuring\r\n")
        said(answers, b"250")
        while time.monotonic() < end:
            line.sendall(b"MAIL FROM:<a@example.nl>\r\nRCPT TO:<user%d@example.nl>\r\nDATA\r\n" % number)
            for expected in (b"250", b"250", b"354"):
                said(answers, expected)
            line.sendall(mail)
            said(answers, b"250")
            counts[number] += 1


def said(answers, expected):
    while True:
        line = answers.readline()
        if not line.startswith(expected):
            raise RuntimeError(f"Dovecot said {line!r}")
        if line[3:4] == b" ":
            return
