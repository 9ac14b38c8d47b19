"""Verifies a case without the program that wrote it: python3 -I verify.py CASE_FOLDER [--quick]; exit code 0 sound, 4 not sound, 2 wrong call.
Nothing in the folder is trusted: only plain files are read, never through a link, and no module is imported from there."""
import sys
if not (sys.flags.isolated or getattr(sys.flags, 'safe_path', False)): del sys.path[0]  # the folder in which this file lies
sys.path[:] = [path for path in sys.path if path[:1] == '/' or path[1:2] == ':']
import collections, hashlib, heapq, os, re, stat
ACTIVE = '\0-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff'
NUMBERS = '|'.join('%04X' % ord(c) for c in re.findall('[%s]' % ACTIVE, ''.join(map(chr, range(65536)))) if c not in '\t\n')
STRING, ID = r'"(?:[^"\\%s]|\\(?:["\\nt]|u(?:%s)|U000E0[0-9A-F]{3}))*"' % (ACTIVE, NUMBERS), '([a-z2-7]{26})'
VALUE = r'(?:-?[1-9]\d{0,18}|0|true|false|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)|%s|\[(?:%s(?:, %s)*)?\])' % ((STRING,) * 3)
LINES = lambda keys: ''.join('(?:%s = %s\n)%s' % (k.rstrip('?'), VALUE, '?' * k.endswith('?')) for k in keys.split())
READING, REST = LINES('wall up_ms boot synced'), '(?:[a-z_]{1,32} = %s\n)*' % VALUE
HEADER = re.compile(r'\[journal\]\nformat = 1\ncase = "%s"\nsession = "%s"\n' % (ID, ID) + LINES(
    'segment device person program playbook mode saw? continues? given_up? why?') + READING + REST, re.A)
ENTRY = r'\[\[entry\]\]\nseq = ([1-9]\d*)\nprev = "([0-9a-f]{64})"\nid = "%s-\1"\n' % ID + READING + LINES('saw? kind') + REST
ENTRY, SHAPE = re.compile(ENTRY, re.A), [b'%c' % c for c in b'seal = "'] + [b'0123456789abcdef'] * 64 + [b'"', b'\n']
SEAL = re.compile(rb'^seal = "([0-9a-f]{64})"\n', re.M)
MOST, TOLD, shown, mode = 1 << 26, 1000, lambda name: ascii(name)[1:-1], lambda text: ''.join(re.findall('\nmode = "(.*)"\n', text)[:1])  # the longest journal that is read; the most faults that are told of one file
def heads(text, keys): return [h for line in re.findall('\n(?:%s) = (.*)' % keys, text) for h in re.findall('[a-z2-7]{26}:[0-9]+:[0-9a-f]{64}', line)]
def is_dir(path): return os.path.lexists(path) and stat.S_ISDIR(os.lstat(path).st_mode)
def plain(path, limit):  # the pieces of a plain file; OSError where it is none, is longer, or cannot be read
    if not stat.S_ISREG(os.lstat(path).st_mode): raise OSError('not a plain file')
    flags = [getattr(os, name, 0) for name in ('O_NOFOLLOW', 'O_NONBLOCK', 'O_BINARY', 'O_CLOEXEC')]
    with os.fdopen(os.open(path, os.O_RDONLY | sum(flags)), 'rb') as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_size > limit: raise OSError('not a plain file, or too long')
        while limit >= 0:
            piece = file.read(min(1 << 20, limit + 1)); limit -= len(piece)
            if not piece: return
            yield piece
    raise OSError('it grew')
def read(path, limit):  # all of it, or None
    try: return b''.join(plain(path, limit))
    except OSError: return None
def digest(path):
    sha = hashlib.sha256()
    try: any(sha.update(piece) for piece in plain(path, 1 << 40)); return sha.hexdigest()
    except OSError: return 'unread'
class Faults(list):  # runs of one fault in blocks that follow each other; past a number they are only counted
    def __init__(self): self.further = 0
    def say(self, block, fault):
        if self and not self.further and self[-1][1:] == [block - 1, fault]: self[-1][1] = block
        elif len(self) < TOLD: self.append([block, block, fault])
        else: self.further += 1
    def lines(self):
        return ['block %d: %s' % (a, c) if a == b else 'block %d to %d: %s' % (a, b, c) for a, b, c in self] + ['and %d further faults' % self.further] * (self.further > 0)
def stretches(data):  # from one opening line to the next
    at = 0
    for found in re.finditer(rb'\[\[entry\]\]\n', data):
        if found.start(): yield at, found.start(); at = found.start()
    yield at, len(data)
def scan(data, say):  # yields (case, session, seq, seal, text) of each sound block; says what is wrong with which block
    if data[:3] == b'\xef\xbb\xbf': data = data[3:]; say(0, 'byte-order-mark')
    if data[:11] == b'[journal]\r\n': data = data.replace(b'\r\n', b'\n'); say(0, 'line-endings-changed')
    block, last, prev, lost, hole, session = 0, None, None, 0, None, None
    if data[:10] == b'[[entry]]\n': block = 1; say(0, 'no-header')
    for start, end in stretches(data):
        part = data[start:end]; found, rest, final = SEAL.search(part), part, end == len(data)
        if found:
            body, seal, rest = part[:found.start()], found[1].decode(), part[found.end():]
            if found.end() > 65536: text, f, fault = '', None, 'block-too-large'
            elif hashlib.sha256(body).hexdigest() != seal: text, f, fault = '', None, 'altered'
            else:
                text = body.decode('utf-8', 'surrogateescape'); f = (ENTRY if block else HEADER).fullmatch(text)
                fault = 'not-utf8' if re.search('[\udc80-\udcff]', text) else None if f else 'not-canonical'
            if fault == 'not-canonical' and re.match(r'\[journal\]\nformat = [2-9]\n', text): return say(0, 'newer-format')
            seq = int(f[1]) if f and block else 0; gap = seq - last - 1 if seq and last is not None else 0
            fault = fault or seq and ('other-session' if session not in (None, f[3]) else 'duplicate-sequence' if gap < 0 else None)
            if fault: say(block, fault); lost += 1
            elif block:
                if hole and not gap: say(hole, 'altered')
                if not gap and prev and f[2] != prev: say(block, 'unlinked')
                if gap > lost or gap and hole: say(block, 'missing')
                session, last, prev, lost, hole = f[3], seq, seal, 0, None; yield None, session, seq, seal, re.sub('\nprev = .*', '', text)
            else:
                last = sum(int(h.split(':')[1]) for h in heads(text, 'continues')) + ''.join(re.findall('\ngiven_up = .*', text)).count('-')
                session, prev = f[2], seal; yield f[1], session, 0, seal, text
            block += 1
        if rest or not found:
            solid = rest.rstrip(b'\0'); near = len(solid) > 73 and sum(b not in s for b, s in zip(solid[-74:], SHAPE)) < 3
            begun = block or solid[:10] == b'[journal]\n'[:len(solid)]
            if final and not near: say(block, 'no-header' if not begun else 'torn' if len(solid) <= 65536 else 'altered')
            elif block and not final and b'\0' * 16 in rest: hole = hole or block
            else: say(block, 'altered'); lost += 1
            block += 1
    if hole: say(hole, 'altered')
called = lambda name: name.lower().endswith('.toml') or re.search('[a-z2-7]{26}', name.lower())
def names(folder, most):  # those that are not hidden: all that have the form of a run's journal, and so many others; and how many more
    own, others, count = [], [], 0
    for name in (entry.name for entry in os.scandir(folder)):
        if re.fullmatch(r'[a-z2-7]{26}(?:\.\d{1,10})?\.toml', name, re.A): own.append(name)
        elif name[:1] != '.': others.append(name); count += 1
        if len(others) > 2 * most: others = heapq.nsmallest(most, others, os.fsencode)
    return sorted(own + heapq.nsmallest(most, others, os.fsencode)), max(count - most, 0)
def playbook(listed, headers):  # (place, fault) of each file that is not as it was when the case was opened
    if not is_dir('playbook'): return [('playbook', 'missing')]
    found, more = names('playbook', 128); bad = [('playbook', 'added')] * (more > 0)
    texts = {name: read('playbook/' + name, 1 << 19) for name in found if dict(listed).get(name) or name.endswith('.toml') and name != 'contacts.toml'}
    for name, sha in sorted(listed):
        fault = 'missing' if name not in found else 'unread' if texts[name] is None else 'altered' if hashlib.sha256(texts[name]).hexdigest() != sha else None
        if fault: bad.append(('playbook/' + name, fault))
    if listed: bad += [('playbook/' + name, 'added') for name in found if name not in dict(listed)]
    else: bad += [('playbook/' + name, 'unread') for name, text in texts.items() if text is None]
    texts = [(n, t) for n, t in sorted(texts.items()) if n.endswith('.toml') and n != 'contacts.toml' and re.fullmatch('[a-z0-9_-][a-z0-9._-]{0,63}', n)]
    if not bad and headers - {'none'}:
        whole = texts[0][1] if len(texts) == 1 else b''.join(b'%s\n%d\n%s' % (n.encode(), len(t), t) for n, t in texts)
        if not texts or headers - {'none', 'sha256:' + hashlib.sha256(whole).hexdigest()}: bad.append(('playbook', 'altered' if texts else 'missing'))
    return bad
def script(frozen, quick):  # (place, fault) of the script of a control folder, and of each file that goes out with it
    for place, sha in sorted(frozen):
        now = 'missing' if not is_dir(os.path.dirname(place)) or not os.path.lexists(place) else sha if quick and 'files/' in place else digest(place)
        if now != sha: yield place, 'script-altered' if 'files/' not in place else now if now in ('missing', 'unread') else 'altered'
    if len(frozen) > 1 and is_dir('script/files'): yield from (('script/files/' + n, 'added') for n in names('script/files', 512)[0] if 'script/files/' + n not in dict(frozen))
def kept(digests, copies, documents, quick):  # (place, fault) of each file taken in that is not as it was
    yield from (('documents/' + n, 'unread' if now == 'unread' else 'altered') for n in sorted({n for n, _ in documents}) * (not quick) if is_dir('documents') and os.path.lexists('documents/' + n) for now in [digest('documents/' + n)] if (n, now) not in documents)  # two laptops may have given one name
    for path in sorted(list(digests) + ['evidence/' + sha for sha in copies]):
        if not is_dir(path.split('/')[0]) or not os.path.lexists(path) or not stat.S_ISREG(os.lstat(path).st_mode): yield path, 'missing'
    for folder in ('files', 'evidence') * (not quick):
        for name in sorted(e.name for e in os.scandir(folder)) if is_dir(folder) else ():
            found = re.match(r'([0-9a-f]{64})(?:\.|\Z)', name); sha = digest(folder + '/' + name) if found else None
            if found and sha != found[1]: yield folder + '/' + name, 'unread' if sha == 'unread' else 'altered'
def verify(quick):
    seals, texts, noted, wrong, found = collections.defaultdict(set), collections.defaultdict(set), set(), [], []; listed, headers, digests, copies, documents, frozen = set(), set(), set(), set(), set(), set()
    if not is_dir('journals'): return ['journals: missing']
    files, more = names('journals', 4096); of = lambda name: read('journals/' + name, MOST)
    for data in (of(name) or b'' for name in files):  # the header alone
        found += [(b[0], mode(b[4])) for b in [next(scan(data[:data.find(b'[[entry]]\n', 11) % (len(data) + 1)], lambda *_: None), None)] if b and b[0]]
    before, there, after = (read('README.txt', 1 << 19) or b'').decode('utf-8', 'replace').partition('Case: '); cases = [c for c, _ in found]
    case = max(sorted(set(cases)), default=None, key=lambda c: (c == after[:26], cases.count(c)))
    says, modes = there and ('exercise' if ', an EXERCISE' in before else 'live'), [m for c, m in found if c == case]; case = case, max(sorted(set(modes))[::-1], default=None, key=lambda m: (m == says, modes.count(m)))
    for name in files:
        faults, head, foreign, data = Faults(), None, False, of(name)
        if data is None and (called(name) or os.path.lexists('journals/' + name) and stat.S_ISREG(os.lstat('journals/' + name).st_mode)): faults.say(0, 'unread')
        for c, s, q, seal, text in scan(data, faults.say) if data is not None else ():
            if c and (c, mode(text)) != case: foreign = 'foreign-case' if c != case[0] else 'other-mode'; break
            seals[s, q].add(seal); texts[s, q].add(hashlib.sha256(text.encode('utf-8')).digest()); noted.update(heads(text, 'saw|continues')); head = (s, q, seal)
            if not q: headers.update(re.findall('\nplaybook = "(.*)"\n', text)[:1])
            elif '\nkind = "opened"\n' in text: listed.update(re.findall('"playbook/([a-z0-9._-]{1,64}) sha256:([0-9a-f]{64})"', ''.join(re.findall('\nfiles = .*', text))))
            elif re.search('\nkind = "(?:row_added|row_changed|counted)"\n', text): copies.update(re.findall(r'"sha256:([0-9a-f]{64}) (?:0|[1-9][0-9]*) (?:-|[0-9]{4}-[0-9T:.Z+-]+) [^"]', ''.join(re.findall('\ncells = .*', text))))
            elif re.search('\nkind = "(?:drafted|exported)"\n', text): documents.update((d + '-v' + v + end + '.md', s) for d, v, s in re.findall('\ndocument = "([a-z0-9_]+)"\nversion = ([0-9]+)\ntext_digest = "([0-9a-f]{64})"\n', text) for end in ('', '-' + s[:8])); documents.update((n, s) for s, n in re.findall('\ndigest = "sha256:([0-9a-f]{64})"\nbytes = [0-9]+\nname = "([^"/]+)"\n', text) if n != '-')
            elif '\nkind = "control_opened"\n' in text: frozen.update([('script/script.toml', sha) for sha in re.findall('\nscript = "sha256:([0-9a-f]{64})"\n', text)] + re.findall('"(script/files/[A-Za-z0-9._-]{1,100}) sha256:([0-9a-f]{64})"', ''.join(re.findall('\nfiles = .*', text))))
            elif '\nkind = "rows_imported"\n' in text: digests.update('files/%s.csv' % sha for sha in re.findall('\ndigest = "sha256:([0-9a-f]{64})"\n', text))
            elif '\nkind = "released"\n' in text: digests.update('files/' + sha + (('.' + end.lower()) * bool(re.fullmatch('[A-Za-z0-9]{1,8}', end) and dot)) for sha, name in re.findall(r'"([0-9a-f]{64}) ((?:[^"\\]|\\.)+)"', ''.join(re.findall('\nfiles = .*', text))) for _, dot, end in [name.rpartition('.')])
        if foreign: faults, head = Faults(), None; faults.say(0, foreign)
        if not (head or foreign or called(name) or faults[:1] == [[0, 0, 'unread']]): faults = Faults()
        print('journals/' + shown(name), *['head %s:%d:%s' % h for h in [head] if h] + faults.lines(), sep='\n  ')
        wrong += [shown(name)] * any(c != 'torn' for _, _, c in faults)
    bad = ['journals: %d more names, not looked at' % more] * (more > 0)
    bad += {s: 'session %s, entry %d: forked' % (s, q) for (s, q), t in sorted(texts.items(), reverse=True) if q and len(t) > 1}.values()
    for s, q, seal in sorted((h[:26], int(h[27:-65]), h[-64:]) for h in noted):
        if seal not in seals.get((s, q), ()): bad.append('session %s, entry %d: %s' % (s, q, 'history-replaced' if (s, q) in seals else 'absent'))
    bad += ['journals: missing'] * (not wrong + bad and not any(q for _, q in texts))  # every case begins with an entry
    bad += ['%s: %s' % (shown(place), fault) for place, fault in (list(script(frozen, quick)) if is_dir('script') else playbook(listed, headers)) + list(kept(digests, copies, documents, quick))]
    print(*bad[:TOLD] + ['and %d further faults' % (len(bad) - TOLD)] * (len(bad) > TOLD), sep='\n', end='\n' * (len(bad) > 0))
    [print('evidence/%s: no entry names it' % shown(name)) for name in sorted(os.listdir('evidence') if is_dir('evidence') else ()) if re.match(r'[0-9a-f]{64}(?:\.|\Z)', name) and name[:64] not in copies]
    quick and print('not compared with their digests: the files in files/, evidence/ and documents/'); return wrong + bad
if __name__ == '__main__':
    given = [a for a in sys.argv[1:] if a != '--quick']
    if len(given) != 1 or not os.path.isdir(given[0]): print('python3 -I verify.py CASE_FOLDER [--quick]', file=sys.stderr); sys.exit(2)
    os.chdir(given[0]); bad = verify('--quick' in sys.argv); print('not sound' if bad else 'sound'); sys.exit(4 if bad else 0)
