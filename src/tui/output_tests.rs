//! Whatever is drawn after whatever stood there: the terminal shows it.

use super::*;
use proptest::prelude::*;
use ratatui::style::Style;

const SIZES: [(u16, u16); 3] = [(24, 5), (7, 3), (40, 2)];

/// Something written somewhere, in some style.
#[derive(Clone, Debug)]
struct Written {
    x: u16,
    y: u16,
    text: String,
    style: Style,
}

fn colours() -> impl Strategy<Value = Color> {
    let some = [
        Color::Reset,
        Color::Reset,
        Color::Red,
        Color::LightCyan,
        Color::DarkGray,
        Color::Indexed(77),
        Color::Rgb(1, 2, 3),
    ];
    prop::sample::select(some.to_vec())
}

fn written() -> impl Strategy<Value = Written> {
    let texts = prop_oneof![
        4 => "[a-c ]{1,12}",
        3 => " {1,20}",
        1 => "[─│ ]{1,9}",
        1 => "[a世界é… ]{1,6}",
    ];
    let modifiers = prop::sample::select(vec![
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::REVERSED,
        Modifier::BOLD | Modifier::REVERSED,
        Modifier::UNDERLINED,
    ]);
    (0..40_u16, 0..5_u16, texts, colours(), colours(), modifiers).prop_map(|(x, y, text, fg, bg, modifier)| Written {
        x,
        y,
        text,
        style: Style::reset().fg(fg).bg(bg).add_modifier(modifier),
    })
}

fn frames() -> impl Strategy<Value = Vec<(usize, Vec<Written>)>> {
    let size = prop_oneof![8 => Just(0), 1 => Just(1), 1 => Just(2)];
    prop::collection::vec((size, prop::collection::vec(written(), 0..8)), 1..5)
}

fn paint(buffer: &mut Buffer, all: &[Written]) {
    for Written { x, y, text, style } in all {
        if buffer.area.contains(Position { x: *x, y: *y }) {
            buffer.set_string(*x, *y, text, *style);
        }
    }
}

/// What is seen of a cell, in the words of the emulator.
fn seen(cell: &Cell) -> (String, vt100::Color, vt100::Color, bool, bool, bool, bool) {
    let colour = |colour| match colour {
        Color::Red => vt100::Color::Idx(1),
        Color::LightCyan => vt100::Color::Idx(14),
        Color::DarkGray => vt100::Color::Idx(8),
        Color::Indexed(at) => vt100::Color::Idx(at),
        Color::Rgb(red, green, blue) => vt100::Color::Rgb(red, green, blue),
        _ => vt100::Color::Default,
    };
    let has = |modifier| cell.modifier.contains(modifier);
    let (dim, bold) = (has(Modifier::DIM), has(Modifier::BOLD));
    let seen = (has(Modifier::UNDERLINED), has(Modifier::REVERSED));
    (cell.symbol().to_owned(), colour(cell.fg), colour(cell.bg), bold, dim, seen.0, seen.1)
}

fn same(buffer: &Buffer, screen: &vt100::Screen) -> Result<(), TestCaseError> {
    let mut hidden = 0;
    for at in buffer.area.positions() {
        let (cell, there) = (&buffer[at], screen.cell(at.y, at.x).expect("inside"));
        if at.x == 0 {
            hidden = 0;
        }
        if hidden > 0 {
            hidden -= 1;
            continue;
        }
        hidden = width(cell.symbol()).saturating_sub(1);
        let symbol = if there.contents().is_empty() { " " } else { there.contents() };
        if is_blank(cell) {
            let plain = !there.inverse() && !there.underline() && there.bgcolor() == vt100::Color::Default;
            prop_assert!(symbol == " " && plain, "at {at}: {there:?} is seen");
            continue;
        }
        let seen_there = (there.bold(), there.dim(), there.underline(), there.inverse());
        let (bold, dim, underline, inverse) = seen_there;
        let there = (symbol.to_owned(), there.fgcolor(), there.bgcolor(), bold, dim, underline, inverse);
        prop_assert_eq!(seen(cell), there, "at {}", at);
    }
    Ok(())
}

proptest! {
    #[test]
    fn the_terminal_shows_what_was_painted_whatever_stood_there(frames in frames(), erases: bool) {
        let mut output = Output::new(Vec::new(), Rect::ZERO, erases);
        let mut parser = None;
        for (size, all) in frames {
            let (width, height) = SIZES[size];
            let area = Rect { width, height, ..Rect::ZERO };
            let cells = |count| std::num::NonZeroU16::new(count).expect("some");
            let parser = parser.get_or_insert_with(|| vt100::Parser::new(cells(height), cells(width), 0));
            if parser.screen().size() != (cells(height), cells(width)) {
                parser.screen_mut().set_size(cells(height), cells(width));
            }
            let mut drawn = Buffer::empty(area);
            paint(&mut drawn, &all);
            let cursor = all.first().map(|first| Position { x: first.x % width, y: first.y % height });
            output.draw(area, |buffer| { paint(buffer, &all); cursor }).expect("a list takes all");
            let sent = std::mem::take(&mut output.out);
            let whole = sent.is_empty() || (sent.starts_with(BEGINS) && sent.ends_with(ENDS));
            prop_assert!(whole, "a frame is shown at once");
            if !erases {
                prop_assert!(!String::from_utf8_lossy(&sent).contains('X'), "an old terminal has no such sequence");
            }
            parser.process(&sent);
            same(&drawn, parser.screen())?;
            prop_assert_eq!(parser.screen().hide_cursor(), cursor.is_none());
            if let Some(cursor) = cursor {
                prop_assert_eq!(parser.screen().cursor_position(), (cursor.y, cursor.x));
            }
            output.draw(area, |buffer| { paint(buffer, &all); cursor }).expect("a list takes all");
            prop_assert!(output.out.is_empty(), "nothing has changed");
        }
    }
}
