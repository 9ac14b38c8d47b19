"""Starts a program in a terminal, waits for a word on its screen, takes the terminal away, and tells how the program ended.

usage: hang_up.py WORD ignore|default PROGRAM [ARGUMENT ...]
prints: ended|alive SECONDS CPU_SECONDS
"""
import fcntl, os, pty, resource, select, signal, struct, sys, termios, time

word, on_hang_up, program = sys.argv[1].encode(), sys.argv[2], sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    signal.signal(signal.SIGHUP, signal.SIG_IGN if on_hang_up == "ignore" else signal.SIG_DFL)
    os.execv(program[0], program)
seen, until = b"", time.monotonic() + 20
while word not in seen and time.monotonic() < until:
    if select.select([terminal], [], [], 0.2)[0]:
        seen += os.read(terminal, 65536)
assert word in seen, seen
os.close(terminal)
start = time.monotonic()
ended = 0
while not ended and time.monotonic() - start < 10:
    ended, _ = os.waitpid(child, os.WNOHANG)
    if not ended:
        select.select([], [], [], 0.02)
took = time.monotonic() - start
if not ended:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("ended" if ended else "alive", f"{took:.2f}", f"{used.ru_utime + used.ru_stime:.2f}")
