"""Verifies a case without the program that wrote it. python3 verify.py CASE_FOLDER; exit code 0 sound, 4 damaged."""
import collections, glob, hashlib, os, re, stat, sys
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
def heads(text, keys): return [(h[0], int(h[1]), h[2]) for line in re.findall('\n(?:%s) = (.*)' % keys, text) for h in re.findall(ID + ':([0-9]+):([0-9a-f]{64})', line)]
def scan(data, say):  # yields (case, session, seq, seal, text) of each sound block; says what is wrong with which block
    if data[:3] == b'\xef\xbb\xbf': data = data[3:]; say(0, 'byte-order-mark')
    if data[:11] == b'[journal]\r\n': data = data.replace(b'\r\n', b'\n'); say(0, 'line-endings-changed')
    parts, block, last, prev, lost, hole, session = re.split(rb'(?=\[\[entry\]\]\n)', data), 0, None, None, 0, None, None
    if len(parts) > 1 and not parts[0]: parts, block = parts[1:], 1; say(0, 'no-header')
    for n, part in enumerate(parts, 1):
        found, rest = re.search(rb'(?:^|(?<=\n))seal = "([0-9a-f]{64})"\n', part), part
        if found:
            body, seal, rest = part[:found.start()], found[1].decode(), part[found.end():]
            text = body.decode('utf-8', 'surrogateescape'); f = (ENTRY if block else HEADER).fullmatch(text)
            fault = ('block-too-large' if found.end() > 65536 else 'altered' if hashlib.sha256(body).hexdigest() != seal
                     else 'not-utf8' if re.search('[\udc80-\udcff]', text) else None if f else 'not-canonical')
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
                last = sum(h[1] for h in heads(text, 'continues')) + ''.join(re.findall('\ngiven_up = .*', text)).count('-')
                session, prev = f[2], seal; yield f[1], session, 0, seal, text
            block += 1
        if rest or not found:
            solid = rest.rstrip(b'\0'); near = len(solid) > 73 and sum(b not in s for b, s in zip(solid[-74:], SHAPE)) < 3
            if n == len(parts) and not near: say(block, 'torn' if block or solid[:10] == b'[journal]\n'[:len(solid)] else 'no-header')
            elif block and n < len(parts) and b'\0' * 16 in rest: hole = hole or block
            else: say(block, 'altered'); lost += 1
            block += 1
    if hole: say(hole, 'altered')
seals, texts, noted, wrong = collections.defaultdict(set), collections.defaultdict(set), set(), []
os.chdir(os.path.join(sys.argv[1], 'journals')); readme = ''.join(open(f, encoding='utf-8', errors='replace').read() for f in glob.glob('../README.txt'))
files = [f for f in sorted(glob.glob('*')) if stat.S_ISREG(os.lstat(f).st_mode) and os.path.getsize(f) <= 1 << 26]
files = [(f, list(scan(open(f, 'rb').read(), lambda *x, to=faults: to.append(x))), faults) for f in files for faults in [[]]]
case = max(sorted(set(found := [b[0][0] for _, b, _ in files if b and b[0][0]])), default=None, key=lambda c: ('Case: ' + c in readme, found.count(c)))
for f, blocks, faults in files:
    faults = faults if blocks or f.lower().endswith('.toml') else []
    if blocks and blocks[0][0] not in (None, case): blocks, faults = [], [(0, 'foreign-case')]
    for _, s, q, seal, text in blocks: seals[s, q].add(seal); texts[s, q].add(text); noted.update(heads(text, 'saw|continues'))
    print('journals/' + f, *['head %s:%d:%s' % b[1:4] for b in blocks[-1:]] + ['block %s: %s' % x for x in faults], sep='\n  ')
    wrong += [x for x in faults if x[1] != 'torn']
wrong += {s: (s, q, 'forked') for (s, q), t in sorted(texts.items(), reverse=True) if q and len(t) > 1}.values(); wrong += [(s, q, 'history-replaced' if seals[s, q] else 'absent') for s, q, seal in sorted(noted) if seal not in seals[s, q]]
kept = {h for t in texts.values() for x in t for h in re.findall(r'\nkind = "rows_imported"\n(?:.*\n)*?digest = "sha256:([0-9a-f]{64})"\n', x)}
bad = [f[3:] for f in ('../files/%s.csv' % h for h in sorted(kept)) if os.path.islink(f) or not os.path.isfile(f) or hashlib.sha256(open(f, 'rb').read()).hexdigest() != f[9:-4]]
print(*['session %s, entry %d: %s' % x for x in wrong if len(x) == 3] + [f + ': missing or altered' for f in bad], 'not sound' if wrong or bad else 'sound', sep='\n'); sys.exit(4 if wrong or bad else 0)
