//! Keys as this program knows them, in the notation of its tables, tests and manual: `a`, `<enter>`, `<ctrl-s>`.

use std::fmt;

/// Which key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Code {
    /// A sign.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// A key with Control or Alt. Shift is part of the sign. Nothing hangs on Alt alone, because not every terminal sends it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Control was held.
    pub ctrl: bool,
    /// Whether Alt was held; only where it means something.
    pub alt: bool,
}

/// Names of keys that are not signs, as they stand between `<` and `>`, and as people read them.
const NAMED: [(&str, Code, &str); 15] = [
    ("enter", Code::Enter, "Enter"),
    ("esc", Code::Esc, "Esc"),
    ("tab", Code::Tab, "Tab"),
    ("backtab", Code::BackTab, "Shift-Tab"),
    ("backspace", Code::Backspace, "Backspace"),
    ("delete", Code::Delete, "Delete"),
    ("left", Code::Left, "Left"),
    ("right", Code::Right, "Right"),
    ("up", Code::Up, "Up"),
    ("down", Code::Down, "Down"),
    ("home", Code::Home, "Home"),
    ("end", Code::End, "End"),
    ("pageup", Code::PageUp, "PgUp"),
    ("pagedown", Code::PageDown, "PgDn"),
    ("space", Code::Char(' '), "Space"),
];

impl Key {
    /// A sign without Control.
    pub const fn sign(sign: char) -> Self {
        Self { code: Code::Char(sign), ctrl: false, alt: false }
    }

    /// A sign with Control.
    pub const fn ctrl(sign: char) -> Self {
        Self { code: Code::Char(sign), ctrl: true, alt: false }
    }

    /// A key that is not a sign.
    pub const fn of(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A key with Alt.
    pub const fn alt(code: Code) -> Self {
        Self { code, ctrl: false, alt: true }
    }

    /// The sign that this key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(sign) if !self.ctrl => Some(sign),
            _ => None,
        }
    }

    /// The same key with a small letter.
    #[must_use]
    pub fn small(self) -> Self {
        match self.code {
            Code::Char(sign) if !self.ctrl => Self { code: Code::Char(sign.to_ascii_lowercase()), ..self },
            _ => self,
        }
    }

    /// Reads a run of keys: `a y <enter> <ctrl-s>`; blanks separate, quoted text is typed sign by sign: `"two words" <enter>`.
    pub fn parse_all(text: &str) -> Option<Vec<Self>> {
        let mut keys = Vec::new();
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            let taken = match first {
                '"' => {
                    let end = rest[1..].find('"')? + 1;
                    keys.extend(rest[1..end].chars().map(Self::sign));
                    end + 1
                }
                '<' if rest.contains('>') => {
                    let end = rest.find('>')?;
                    keys.push(Self::named(&rest[1..end])?);
                    end + 1
                }
                sign => {
                    keys.push(Self::sign(sign));
                    sign.len_utf8()
                }
            };
            rest = rest[taken..].trim_start();
        }
        Some(keys)
    }

    fn named(name: &str) -> Option<Self> {
        if let Some(sign) = name.strip_prefix("ctrl-") {
            return Some(Self::ctrl(sign.chars().next()?));
        }
        if let Some(rest) = name.strip_prefix("alt-") {
            return NAMED.iter().find(|(known, ..)| *known == rest).map(|(_, code, _)| Self::alt(*code));
        }
        NAMED.iter().find(|(known, ..)| *known == name).map(|(_, code, _)| Self::of(*code))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = NAMED.iter().find(|(_, code, _)| *code == self.code);
        match (self.code, named) {
            (_, Some((.., name))) if self.alt => write!(f, "Alt-{name}"),
            (_, Some((.., name))) => f.write_str(name),
            (Code::Char(sign), None) if self.ctrl => write!(f, "Ctrl-{}", sign.to_ascii_uppercase()),
            (Code::Char(sign), None) => write!(f, "{sign}"),
            _ => Ok(()),
        }
    }
}
