#!/usr/bin/env python3
"""Cuts the fonts of the PDF: python3 cut.py [folder of the Noto fonts]

Needs fonttools (pip install fonttools==4.68.0) and the fonts of Debian 12 (fonts-noto-core 20201225-1). Writes beside itself
NotoSans-Regular.ttf, NotoSans-Bold.ttf and signs.txt, which lists the signs that both have. Same fonts, same bytes.
"""
import os
import sys
from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

NOTO = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/noto"
HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = ["Regular", "Bold"]
# Latin with what African and Vietnamese writing needs, marks, Greek, Cyrillic, punctuation, currencies, numbers.
RANGES = [(0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x24F), (0x251, 0x26F), (0x272, 0x275), (0x283, 0x283), (0x289, 0x28C),
          (0x292, 0x292), (0x294, 0x295), (0x2B0, 0x2B0), (0x2B7, 0x2BF), (0x2C6, 0x2DD), (0x300, 0x338), (0x358, 0x35C),
          (0x370, 0x45F), (0x48A, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x203F),
          (0x2044, 0x2044), (0x2070, 0x20CF), (0x2100, 0x2126), (0x2150, 0x215F)]
# Signs that the program itself writes, or an office, and Noto Sans lacks: arrows, comparison, boxes, a tick.
BORROWED = {"NotoSansMath-Regular.ttf": [0x2190, 0x2191, 0x2192, 0x2193, 0x2194, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265],
            "NotoSansSymbols2-Regular.ttf": [0x25A0, 0x25A1, 0x25B2, 0x25B8, 0x25BA, 0x25CB, 0x25CF, 0x2610, 0x2611, 0x2612,
                                             0x2713, 0x2717]}


def borrow(font, donor, signs):
    """Copies the outlines of signs, scaled to the font's units."""
    theirs, cmap = donor.getGlyphSet(), donor.getBestCmap()
    scale = font["head"].unitsPerEm / donor["head"].unitsPerEm
    for sign in signs:
        if sign not in cmap or sign in font.getBestCmap():
            continue
        recorded = DecomposingRecordingPen(theirs)
        theirs[cmap[sign]].draw(recorded)
        pen = TTGlyphPen(None)
        recorded.replay(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        name = f"uni{sign:04X}"
        glyph = pen.glyph()
        font.setGlyphOrder(font.getGlyphOrder() + [name])
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (round(theirs[cmap[sign]].width * scale), getattr(glyph, "xMin", 0))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[sign] = name
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def cut(weight):
    font = TTFont(f"{NOTO}/NotoSans-{weight}.ttf", recalcTimestamp=False)
    for file, signs in BORROWED.items():
        borrow(font, TTFont(f"{NOTO}/{file}"), signs)
    options = subset.Options()
    # No ligatures: each sign stays one that can be searched and copied. Figures of one width stand in columns by themselves.
    options.layout_features = ["ccmp", "locl", "mark", "mkmk", "kern"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_kern = False
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    wanted = {sign for first, last in RANGES for sign in range(first, last + 1)}
    wanted |= {sign for signs in BORROWED.values() for sign in signs}
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    font.save(f"{HERE}/NotoSans-{weight}.ttf")
    return set(font.getBestCmap())


def ranges(signs):
    """Runs of signs that follow each other, one a line."""
    first = last = None
    for sign in sorted(signs) + [None]:
        if first is not None and sign != last + 1:
            yield f"{first:04X}-{last:04X}\n"
            first = None
        first = sign if first is None else first
        last = sign


both = set.intersection(*[cut(weight) for weight in WEIGHTS])
with open(f"{HERE}/signs.txt", "w") as file:
    file.writelines(ranges(both))
