//! The lines of vCards: folded ones joined, quoted-printable and charsets undone (vCard 2.1; RFC 2426; RFC 6350), and what broken
//! exporters write between them passed over.

use crate::source::table::Encoding;

/// Longest line that is kept, in bytes; pictures are longer and are not read.
const LONGEST: usize = 16 * 1024;

/// One property.
#[derive(Debug)]
pub struct Property {
    /// `item1` of `item1.TEL`; empty without.
    pub group: String,
    /// In capitals.
    pub name: String,
    /// Parameters in capitals, those without a name too: `CELL`, `WORK`.
    pub words: Vec<String>,
    pub value: String,
}

/// The properties of a file.
pub struct Lines<'a> {
    rest: &'a [u8],
    encoding: Encoding,
}

impl<'a> Lines<'a> {
    /// `bytes` are in one encoding, unless a property says another.
    pub fn new(bytes: &'a [u8], encoding: Encoding) -> Self {
        Self { rest: bytes, encoding }
    }

    fn physical(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let end = memchr::memchr2(b'\n', b'\r', self.rest).unwrap_or(self.rest.len());
        let (line, rest) = self.rest.split_at(end);
        self.rest = rest.strip_prefix(b"\r\n").or_else(|| rest.get(1..)).unwrap_or_default();
        Some(line)
    }
}

impl Iterator for Lines<'_> {
    type Item = Property;

    fn next(&mut self) -> Option<Property> {
        loop {
            let mut line = self.physical()?.to_vec();
            let quoted = is_quoted_printable(&line);
            loop {
                let goes_on = quoted && line.last() == Some(&b'=');
                if !goes_on && !matches!(self.rest.first(), Some(b' ' | b'\t')) {
                    break;
                }
                let Some(more) = self.physical() else { break };
                if goes_on {
                    line.pop();
                }
                let more = if goes_on { more } else { &more[1..] };
                let room = LONGEST.saturating_sub(line.len());
                line.extend(&more[..more.len().min(room)]);
            }
            line.truncate(LONGEST);
            if let Some(property) = property(&line, quoted, self.encoding) {
                return Some(property);
            }
        }
    }
}

fn is_quoted_printable(line: &[u8]) -> bool {
    let head = line.split(|byte| *byte == b':').next().unwrap_or_default();
    head.len() < 500 && String::from_utf8_lossy(head).to_ascii_uppercase().contains("QUOTED-PRINTABLE")
}

fn property(line: &[u8], quoted: bool, encoding: Encoding) -> Option<Property> {
    let mut inside = false;
    let colon = line.iter().position(|byte| {
        inside ^= *byte == b'"';
        *byte == b':' && !inside
    })?;
    let head = encoding.text(&line[..colon]);
    let head = head.trim_start_matches('\u{feff}').trim();
    let mut words = head.split(';').map(|word| word.trim().to_ascii_uppercase());
    let name = words.next()?;
    let (group, name) = match name.rsplit_once('.') {
        Some((group, name)) => (group.to_owned(), name.to_owned()),
        None => (String::new(), name),
    };
    let words: Vec<String> = words.flat_map(|word| parameter(&word)).collect();
    let charset = words.iter().find_map(|word| word.strip_prefix("CHARSET="));
    let charset = charset.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    let raw = &line[colon + 1..];
    let bytes = if quoted { unquoted(raw) } else { raw.to_vec() };
    let value = match charset {
        Some(charset) => charset.decode(&bytes).0.into_owned(),
        None if quoted => String::from_utf8(bytes).unwrap_or_else(|error| Encoding::Windows1252.text(error.as_bytes())),
        None => encoding.text(&bytes),
    };
    Some(Property { group, name, words, value })
}

/// `TYPE=WORK,VOICE` and `TYPE="work,voice"` as their words; `CHARSET=X` as it is.
fn parameter(word: &str) -> Vec<String> {
    match word.split_once('=') {
        Some(("TYPE", words)) => words.trim_matches('"').split(',').map(|word| word.trim().to_owned()).collect(),
        _ => vec![word.to_owned()],
    }
}

fn unquoted(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let meant = digits.filter(|_| *byte == b'=').and_then(|two| u8::from_str_radix(two, 16).ok());
        bytes.push(meant.unwrap_or(*byte));
        rest = if meant.is_some() { &after[2..] } else { after };
    }
    bytes
}

/// The parts of a value between semicolons, with `\,` `\;` `\n` and `\\` undone.
pub fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        let last = parts.last_mut().expect("one part is there");
        match sign {
            ';' => parts.push(String::new()),
            '\\' => match signs.next() {
                Some('n' | 'N') => last.push('\n'),
                Some(other) => last.push(other),
                None => last.push('\\'),
            },
            sign => last.push(sign),
        }
    }
    parts
}
