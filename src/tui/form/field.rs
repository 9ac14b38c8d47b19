//! The three things that can be filled in: a line, several lines, a choice. The crates behind them stay in this file.

use crate::base::text::counted;
use crate::journal::{stored_len, stored_sign_len};
use crate::tui::key::{Code, Key};
use ratatui_textarea::{CursorMove, Input, Key as AreaKey, TextArea, WrapMode};
use tui_input::InputRequest;

/// Longest text of one field, in bytes as the journal stores it. An entry holds 64 KiB.
pub const MAX_FIELD: usize = 32 * 1024;

/// A choice.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    /// What can be chosen: stored value, label, more words.
    pub options: Vec<(String, String, Option<String>)>,
    /// Where the cursor stands; `None` before anything was touched.
    pub at: Option<usize>,
    /// What is ticked, where several can be.
    pub ticked: Option<Vec<bool>>,
    /// Options that exclude all others, such as "none" and "not known yet".
    pub alone: Vec<usize>,
}

/// Something that can be filled in.
#[derive(Clone, Debug)]
pub enum Fill {
    /// One line.
    Line(tui_input::Input),
    /// Several lines.
    Area(Box<TextArea<'static>>),
    /// A choice.
    Pick(Pick),
}

impl Fill {
    /// A line that holds `text`.
    pub fn line(text: &str) -> Self {
        Self::Line(tui_input::Input::new(clean(text, false).0))
    }

    /// An area that holds `text`.
    pub fn area(text: &str) -> Self {
        let text = clean(text, true).0;
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self::Area(Box::new(area))
    }

    /// What was typed or chosen, in the stored form.
    pub fn text(&self) -> String {
        match self {
            Self::Line(line) => line.value().to_owned(),
            Self::Area(area) => area.lines().join("\n"),
            Self::Pick(pick) => pick.value(),
        }
    }

    /// Takes a key that is not a command; `false` if it means nothing here.
    pub fn key(&mut self, key: Key) -> bool {
        match self {
            Self::Line(line) => line_request(key).is_some_and(|request| {
                let full = matches!(request, InputRequest::InsertChar(_)) && stored_len(line.value()) >= MAX_FIELD;
                !full && line.handle(request).is_some()
            }),
            Self::Area(area) => {
                let input = area_input(key);
                let adds = matches!(input.key, AreaKey::Char(_) | AreaKey::Enter);
                if adds && area.lines().iter().map(|line| stored_len(line) + 2).sum::<usize>() >= MAX_FIELD {
                    return false;
                }
                area.input_without_shortcuts(input) || area_move(area, key)
            }
            Self::Pick(_) => false,
        }
    }

    /// Takes pasted text, freed of signs that act; says so if something was left out.
    pub fn paste(&mut self, text: &str) -> Option<String> {
        let mut room = MAX_FIELD.saturating_sub(stored_len(&self.text()));
        let (mut text, removed) = clean(text, matches!(self, Self::Area(_)));
        let mut notice = (removed > 0).then(|| {
            let were = counted(removed, "sign that acts on a screen was", "signs that act on a screen were");
            format!("{were} left out of what was pasted.")
        });
        let full = text.char_indices().find(|(_, sign)| match room.checked_sub(stored_sign_len(*sign)) {
            Some(left) => {
                room = left;
                false
            }
            None => true,
        });
        if let Some((end, _)) = full {
            let lost = text.len() - end;
            text.truncate(end);
            notice = Some(format!(
                "Only the first {end} bytes were pasted; {lost} did not fit. A field holds {MAX_FIELD} bytes."
            ));
        }
        match self {
            Self::Line(line) => {
                let at = line.cursor();
                let value: String = line.value().chars().take(at).chain(text.chars()).collect();
                let rest: String = line.value().chars().skip(at).collect();
                let cursor = value.chars().count();
                *line = tui_input::Input::new(value + &rest).with_cursor(cursor);
            }
            Self::Area(area) => {
                area.insert_str(&text);
            }
            Self::Pick(_) => return Some("A choice is made by its number; nothing was pasted.".into()),
        }
        notice
    }
}

/// Text without signs that act on a terminal, and how many there were. Line breaks stay where there are lines.
pub fn clean(text: &str, lines: bool) -> (String, usize) {
    let mut removed = 0;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let cleaned = text
        .chars()
        .filter_map(|sign| match sign {
            '\n' if lines => Some('\n'),
            '\n' | '\t' => Some(' '),
            sign if crate::base::text::is_active(sign) => {
                removed += 1;
                None
            }
            sign => Some(sign),
        })
        .collect();
    (cleaned, removed)
}

fn line_request(key: Key) -> Option<InputRequest> {
    use InputRequest as R;
    Some(match (key.code, key.ctrl) {
        (Code::Char(sign), false) if !crate::base::text::is_active(sign) => R::InsertChar(sign),
        (Code::Backspace, false) => R::DeletePrevChar,
        (Code::Delete, false) => R::DeleteNextChar,
        (Code::Left, false) => R::GoToPrevChar,
        (Code::Right, false) => R::GoToNextChar,
        (Code::Left, true) => R::GoToPrevWord,
        (Code::Right, true) => R::GoToNextWord,
        (Code::Home, _) | (Code::Char('a'), true) => R::GoToStart,
        (Code::End, _) | (Code::Char('e'), true) => R::GoToEnd,
        (Code::Char('w'), true) => R::DeletePrevWord,
        (Code::Char('u'), true) => R::DeleteFromStart,
        (Code::Char('k'), true) => R::DeleteTillEnd,
        _ => return None,
    })
}

fn area_input(key: Key) -> Input {
    let code = match key.code {
        Code::Char(sign) if !key.ctrl && !crate::base::text::is_active(sign) => AreaKey::Char(sign),
        Code::Enter => AreaKey::Enter,
        Code::Backspace => AreaKey::Backspace,
        Code::Delete => AreaKey::Delete,
        _ => AreaKey::Null,
    };
    Input { key: code, ctrl: false, alt: false, shift: false }
}

fn area_move(area: &mut TextArea<'_>, key: Key) -> bool {
    let to = match (key.code, key.ctrl) {
        (Code::Left, false) => CursorMove::Back,
        (Code::Right, false) => CursorMove::Forward,
        (Code::Left, true) => CursorMove::WordBack,
        (Code::Right, true) => CursorMove::WordForward,
        (Code::Up, _) => CursorMove::Up,
        (Code::Down, _) => CursorMove::Down,
        (Code::Home, _) | (Code::Char('a'), true) => CursorMove::Head,
        (Code::End, _) | (Code::Char('e'), true) => CursorMove::End,
        (Code::Char('w'), true) => return area.delete_word(),
        (Code::Char('u'), true) => return area.delete_line_by_head(),
        (Code::Char('k'), true) => return area.delete_line_by_end(),
        _ => return false,
    };
    area.move_cursor(to);
    true
}
