//! The blocks of a page, one after the other.

use super::setter::{Area, SMALL, Setter, beginning, mm};
use super::strip::{Around, Drawn, Ink, Strip};
use super::table::PENCIL_ROW;
use super::tags::{Kind, Place};
use super::{figure, qr, table};
use crate::export::around::{SLOT, lead};
use crate::page::{Block, Callout, Line, Row, State, Tone};

/// Room for a label beside its paragraph.
const LABEL: f32 = mm(36.0);
/// The same where everything stands closer.
const LABEL_CLOSE: f32 = mm(27.0);
/// Between two paragraphs.
const BETWEEN: f32 = 4.0;
const POINT: f32 = mm(4.5);

/// Adds blocks. They hold blocks only as deep as pages are made.
pub(super) fn blocks(setter: &mut Setter, all: &[Block], area: Area) {
    let mut label_before = false;
    for block in all {
        // A signature does not stand on a page without anything that it is for.
        if signs(block)
            && let Some(last) = setter.strips.last_mut()
        {
            last.keep = true;
        }
        let labelled = matches!(block, Block::Labelled(..));
        self::block(setter, block, area, label_before);
        label_before = labelled;
    }
}

fn block(setter: &mut Setter, block: &Block, area: Area, label_before: bool) {
    match block {
        Block::Heading(level, line) => heading(setter, *level, line, area),
        Block::Text(line) => setter.paragraph(line, false, area, if setter.letter { 7.0 } else { BETWEEN }),
        Block::Labelled(label, line) => labelled(setter, label, line, area, label_before),
        Block::Apart(line) => setter.paragraph(line, true, area.inset(mm(6.0)), 6.0),
        Block::Row(one) => row(setter, one, area),
        Block::Callout(kind, inside) => callout(setter, *kind, inside, area),
        // What can be done at the keyboard is nothing on paper.
        Block::Does(_) => {}
        Block::Gap => setter.space = setter.space.max(8.0),
        Block::List(points) => list(setter, points, area),
        Block::Table(one) => table::table(setter, one, area),
        Block::Figure(one) => figure::figure(setter, one, area),
        Block::Sign(slots) if setter.close && (2..=3).contains(&slots.len()) => sign_beside(setter, slots, area),
        Block::Sign(slots) => {
            slots.iter().enumerate().for_each(|(at, who)| sign(setter, who, area, at + 1 < slots.len()));
        }
        Block::Ruled(count) => ruled(setter, *count, area),
        Block::Qr(text) => qr::qr(setter, text, area),
        Block::Keep(inside) => {
            let from = setter.strips.len();
            blocks(setter, inside, area);
            let to = setter.strips.len().saturating_sub(1);
            setter.strips.iter_mut().take(to).skip(from).for_each(|strip| strip.keep = true);
        }
        Block::PageBreak => setter.push(Strip { breaks: true, ..Strip::default() }),
    }
}

/// Whether the first that stands in a block is a slot to sign in.
fn signs(block: &Block) -> bool {
    match block {
        Block::Sign(_) => true,
        Block::Keep(inside) => inside.first().is_some_and(signs),
        _ => false,
    }
}

fn heading(setter: &mut Setter, level: u8, line: &Line, area: Area) {
    let (size, above) = match level {
        0 | 1 if !setter.close => (14.0, 14.0),
        2 if !setter.close => (11.5, 12.0),
        0..=2 => (10.0, 12.0),
        _ => (setter.body(), 9.0),
    };
    let lines = setter.set(line, true, size, area.width);
    let deeper = (i16::from(level) + setter.deeper).clamp(1, 6) as u8;
    let part = setter.tags.heading(deeper, &line.words());
    setter.lines(&lines, area.left, above, true, Place::Part(part));
    if let Some(last) = setter.strips.last_mut() {
        last.height += 1.5;
    }
}

fn labelled(setter: &mut Setter, label: &str, line: &Line, area: Area, goes_on: bool) {
    if setter.letter {
        let mut whole = Line::strong(if label.is_empty() { String::new() } else { format!("{label} ") });
        whole.0.extend(line.0.iter().cloned());
        return setter.paragraph(&whole, false, area, 7.0);
    }
    let part = setter.tags.add(None, Kind::Paragraph);
    let place = Place::Part(part);
    let taken = if setter.close { LABEL_CLOSE } else { LABEL };
    let beside = Area { left: area.left + taken, width: area.width - taken };
    let labels = setter.set(&Line::strong(format!("{label} ")), false, setter.body(), taken - 6.0);
    let above = if goes_on { 2.0 } else { BETWEEN };
    // A long label stands above its paragraph.
    if labels.len() > 2 {
        let labels = setter.set(&Line::strong(label), false, setter.body(), area.width);
        setter.lines(&labels, area.left, above, true, place);
        let lines = setter.set(line, false, setter.body(), beside.width);
        return setter.lines(&lines, beside.left, 0.0, false, place);
    }
    let lines = setter.set(line, false, setter.body(), beside.width);
    let from = setter.strips.len();
    setter.lines(&lines, beside.left, above, false, place);
    if label.is_empty() {
        return;
    }
    for (at, label) in labels.iter().enumerate() {
        let ink = Ink::Words { line: std::rc::Rc::clone(label), at: (area.left, 0.0), place };
        match setter.strips.get_mut(from + at) {
            Some(strip) => strip.inks.insert(0, ink),
            None => setter.push(Strip { height: label.height(), inks: vec![ink], ..Strip::default() }),
        }
        if at + 1 < labels.len() {
            setter.strips[from + at].keep = true;
        }
    }
}

/// A row of a list: its sign, what it is, and how it stands at the right edge.
fn row(setter: &mut Setter, row: &Row, area: Area) {
    let indent = f32::from(row.level.min(8)) * mm(5.0);
    let sign = area.left + indent;
    let text = sign + if row.state.is_some() { mm(6.0) } else { 0.0 };
    let part = setter.tags.add(None, Kind::Paragraph);
    let place = Place::Part(part);
    let word = setter.set(&row.word, false, setter.body(), area.width / 2.0);
    let beside = word.len() == 1 && word[0].width > 0.0;
    let taken = if beside { word[0].width + 10.0 } else { 0.0 };
    // Read aloud, it does not run into the word at the edge.
    let what = row.what.clone().and(Tone::Text, " ");
    let lines = setter.set(&what, false, setter.body(), area.right() - text - taken);
    let from = setter.strips.len();
    setter.lines(&lines, text, 3.0, !beside && word.iter().any(|line| line.width > 0.0), place);
    let Some(first) = setter.strips.get_mut(from) else { return };
    if let Some(state) = row.state {
        let sign = Ink::Sign { sign: drawn(state), at: (sign, 2.2), size: 8.5, word: state.word(), place };
        first.inks.insert(0, sign);
    }
    if beside {
        let x = beginning(&word[0], area, 1.0);
        first.inks.push(Ink::Words { line: std::rc::Rc::clone(&word[0]), at: (x, 0.0), place });
    } else if word.iter().any(|line| line.width > 0.0) {
        let below = setter.set(&row.word, false, setter.body(), area.right() - text);
        setter.lines(&below, text, 0.0, false, place);
    }
}

fn drawn(state: State) -> Drawn {
    match state {
        State::ToDo => Drawn::Empty,
        State::Done => Drawn::Ticked,
        other => Drawn::Holding(other.sign().chars().next().unwrap_or('-')),
    }
}

fn callout(setter: &mut Setter, kind: Callout, inside: &[Block], area: Area) {
    let outer = setter.frame;
    if outer.is_none() {
        let width = if matches!(kind, Callout::DoNot | Callout::Missing) { 1.4 } else { 0.7 };
        let number = setter.next_frame();
        setter.space = setter.space.max(8.0);
        setter.frame = Some(Around { number, left: area.left, right: area.right(), width });
        setter.push(Strip { height: 4.0, keep: true, ..Strip::default() });
    }
    let inner = area.inset(8.0);
    let lines = setter.set(&Line::strong(lead(kind)), false, setter.body(), inner.width);
    let part = setter.tags.add(None, Kind::Paragraph);
    setter.lines(&lines, inner.left, 0.0, true, Place::Part(part));
    blocks(setter, inside, inner);
    if outer.is_none() {
        if let Some(last) = setter.strips.last_mut() {
            last.keep = true;
        }
        setter.space = 0.0;
        setter.push(Strip { height: 5.0, ..Strip::default() });
        setter.space = 8.0;
    }
    setter.frame = outer;
}

fn list(setter: &mut Setter, points: &[Line], area: Area) {
    let whole = setter.tags.add(None, Kind::List);
    for (at, point) in points.iter().enumerate() {
        let part = setter.tags.add(Some(whole), Kind::Point);
        let bullet = setter.tags.add(Some(part), Kind::Bullet);
        let text = setter.tags.add(Some(part), Kind::PointText);
        let lines = setter.set(point, false, setter.body(), area.width - POINT);
        let from = setter.strips.len();
        setter.lines(&lines, area.left + POINT, if at == 0 { BETWEEN } else { 2.0 }, false, Place::Part(text));
        let sign = setter.one_line("•", false, setter.body());
        if let Some(first) = setter.strips.get_mut(from) {
            first.inks.insert(0, Ink::Words { line: sign, at: (area.left + 2.0, 0.0), place: Place::Part(bullet) });
        }
    }
}

/// Below a letter: a line, and who signs below it.
fn sign_letter(setter: &mut Setter, who: &Line, area: Area) {
    let part = setter.tags.add(None, Kind::Paragraph);
    let base = mm(14.0);
    let (from, to) = ((area.left, base), (area.left + mm(65.0), base));
    let ink = Ink::Rule { from, to, width: 0.6, dashed: false, place: Place::Decoration };
    setter.push(Strip { height: base + 2.0, inks: vec![ink], keep: true, ..Strip::default() });
    let lines = setter.set(who, false, setter.body(), area.width);
    setter.lines(&lines, area.left, 0.0, false, Place::Part(part));
}

/// Two or three slots side by side.
fn sign_beside(setter: &mut Setter, slots: &[Line], area: Area) {
    let gap = mm(5.0);
    let wide = (area.width - gap * (slots.len() - 1) as f32) / slots.len() as f32;
    let step = setter.body() * super::shape::LEADING;
    let mut inks = Vec::new();
    let mut height = 0.0_f32;
    for (at, who) in slots.iter().enumerate() {
        let left = area.left + (wide + gap) * at as f32;
        let part = setter.tags.add(None, Kind::Paragraph);
        let place = Place::Part(part);
        let lines = setter.set(who, true, setter.body(), wide);
        for (at, line) in lines.iter().enumerate() {
            inks.push(Ink::Words { line: std::rc::Rc::clone(line), at: (left, at as f32 * step), place });
        }
        let mut base = lines.len() as f32 * step;
        // The signature has a line of its own, role and time share one.
        for fields in [&[("Name, signature", 1.0)][..], &[(SLOT[0], 0.45), (SLOT[1], 0.55)][..]] {
            base += mm(7.0);
            let mut from = left;
            for (what, share) in fields {
                let to = from + wide * share;
                let rule = ((from, base), (if to + 1.0 < left + wide { to - 5.0 } else { to }, base));
                inks.push(Ink::Rule { from: rule.0, to: rule.1, width: 0.6, dashed: false, place: Place::Decoration });
                let line = setter.one_line(&format!("{what} "), false, SMALL);
                inks.push(Ink::Words { line, at: (from, base + 0.5), place });
                from = to;
            }
            base += SMALL * super::shape::LEADING;
        }
        height = height.max(base);
    }
    setter.push(Strip { height: height + 1.0, above: 6.0, inks, ..Strip::default() });
}

/// A slot: who signs, and lines for name and signature, role, date and time.
fn sign(setter: &mut Setter, who: &Line, area: Area, keep: bool) {
    if setter.letter {
        return sign_letter(setter, who, area);
    }
    let part = setter.tags.add(None, Kind::Paragraph);
    let place = Place::Part(part);
    let gap = mm(4.0);
    let widths = [0.26, 0.34, 0.18, 0.22].map(|share: f32| share * area.width);
    let lines = setter.set(who, true, setter.body(), widths[0] - gap);
    let count = lines.len() as f32;
    let step = setter.body() * super::shape::LEADING;
    // The hand needs room above the line.
    let base = mm(10.0).max(count * step + 1.0);
    let mut inks = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let y = base - (count - at as f32) * step + 2.0;
        inks.push(Ink::Words { line: std::rc::Rc::clone(line), at: (area.left, y.max(0.0)), place });
    }
    let mut left = area.left + widths[0];
    for (what, width) in ["Name, signature", SLOT[0], SLOT[1]].into_iter().zip(&widths[1..]) {
        let right = (left + width).min(area.right()) - if what == SLOT[1] { 0.0 } else { gap };
        inks.push(Ink::Rule {
            from: (left, base),
            to: (right, base),
            width: 0.6,
            dashed: false,
            place: Place::Decoration,
        });
        let line = setter.one_line(what, false, SMALL);
        inks.push(Ink::Words { line, at: (left, base + 0.5), place });
        left += width;
    }
    let height = base + 1.0 + SMALL * super::shape::LEADING;
    setter.push(Strip { height, above: 6.0, inks, keep, ..Strip::default() });
}

fn ruled(setter: &mut Setter, count: u8, area: Area) {
    for _ in 0..count {
        let (from, to) = ((area.left, PENCIL_ROW), (area.right(), PENCIL_ROW));
        let ink = Ink::Rule { from, to, width: 0.4, dashed: false, place: Place::Decoration };
        setter.push(Strip { height: PENCIL_ROW, inks: vec![ink], ..Strip::default() });
    }
    setter.space = setter.space.max(6.0);
}
