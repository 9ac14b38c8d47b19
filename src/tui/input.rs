//! From the terminal's events to inputs. What means nothing here is dropped.

use super::key::{Code, Key};
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

/// One input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Input {
    /// A key.
    Key(Key),
    /// Pasted text, as it came.
    Paste(String),
    /// A click at a column and a line.
    Click(u16, u16),
    /// The wheel; `true` is down.
    Wheel(bool),
    /// The terminal has a new size.
    Resize(u16, u16),
}

impl Input {
    /// Reads an event of the terminal.
    pub fn of(event: Event) -> Option<Self> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Self::Key),
            Event::Paste(text) => Some(Self::Paste(text)),
            Event::Resize(columns, lines) => Some(Self::Resize(columns, lines)),
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Some(Self::Click(mouse.column, mouse.row)),
                MouseEventKind::ScrollDown => Some(Self::Wheel(true)),
                MouseEventKind::ScrollUp => Some(Self::Wheel(false)),
                _ => None,
            },
            _ => None,
        }
    }
}

fn key_of(event: KeyEvent) -> Option<Key> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let code = match event.code {
        // AltGr comes as Control and Alt together on Windows, and types a sign.
        KeyCode::Char(sign) if alt && ctrl => return Some(Key::sign(sign)),
        KeyCode::Char(_) if alt => return None,
        KeyCode::Char(sign) if ctrl => Code::Char(sign.to_ascii_lowercase()),
        KeyCode::Char(sign) => Code::Char(sign),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    Some(Key { code, ctrl, alt: alt && code == Code::Enter })
}
