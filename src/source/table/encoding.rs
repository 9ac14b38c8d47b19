//! Which encoding a file is in, found by reading it once from end to end, and its text while it is read again.
//!
//! A byte-order mark says it; without one, what is valid UTF-8 is UTF-8, and everything else is Windows-1252, which has to be said.
//! A file with a NUL in it is none of these.

use encoding_rs::{Decoder, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, Read};

/// How much is read at once, in bytes.
pub(super) const CHUNK: usize = 64 * 1024;
/// How much of a first line is shown, in bytes.
const FIRST_LINE: usize = 300;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Encoding {
    /// As it is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }

    pub fn read(word: &str) -> Option<Self> {
        [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252].into_iter().find(|one| one.word() == word)
    }

    fn of(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1252 => WINDOWS_1252,
        }
    }

    /// The text of some bytes.
    pub fn text(self, bytes: &[u8]) -> String {
        self.of().decode_with_bom_removal(bytes).0.into_owned()
    }
}

/// What a first reading has found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Survey {
    pub encoding: Encoding,
    /// The length, in bytes.
    pub bytes: u64,
    /// Whether there are letters in UTF-8 in it and others that are not: then some of them are read wrong, whichever is taken.
    pub mixed: bool,
}

/// Why something is no file of rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotRows {
    Empty,
    /// It is another kind of file: what its first line looks like.
    Binary(String),
}

/// Reads a file to its end. `read` hears how many bytes were read each time.
///
/// # Errors
/// What the system said.
pub fn survey(mut source: impl Read, read: &mut dyn FnMut(u64)) -> io::Result<Result<Survey, NotRows>> {
    let mut buffer = vec![0; CHUNK];
    let (mut bytes, mut held) = (0_u64, 0_usize);
    let (mut beyond_ascii, mut not_utf8) = (false, false);
    let mut marked: Option<Option<Encoding>> = None;
    let mut nul = false;
    let mut first: Vec<u8> = Vec::new();
    loop {
        let taken = some(&mut source, &mut buffer[held..])?;
        read(taken as u64);
        bytes += taken as u64;
        let filled = held + taken;
        if first.len() < FIRST_LINE {
            first.extend(buffer[held..filled].iter().take(FIRST_LINE - first.len()));
        }
        // A mark may come in pieces.
        let begins = &buffer[..filled];
        if marked.is_none() && (filled >= 3 || taken == 0) {
            marked = Some(mark(begins));
        }
        nul |= memchr::memchr(0, &buffer[held..filled]).is_some();
        held = if matches!(marked, Some(Some(Encoding::Utf16Le | Encoding::Utf16Be))) {
            0
        } else {
            look(&mut buffer, filled, &mut beyond_ascii, &mut not_utf8)
        };
        if taken == 0 {
            break;
        }
    }
    let marked = marked.flatten();
    let wide = matches!(marked, Some(Encoding::Utf16Le | Encoding::Utf16Be));
    if bytes == 0 {
        return Ok(Err(NotRows::Empty));
    }
    if nul && !wide {
        let line = first.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
        return Ok(Err(NotRows::Binary(String::from_utf8_lossy(line).into_owned())));
    }
    // A character that is cut off at the end is no character.
    not_utf8 |= held > 0;
    let found = if not_utf8 { Encoding::Windows1252 } else { Encoding::Utf8 };
    let encoding = marked.unwrap_or(found);
    Ok(Ok(Survey { encoding, bytes, mixed: not_utf8 && beyond_ascii }))
}

fn mark(bytes: &[u8]) -> Option<Encoding> {
    let (encoding, _) = encoding_rs::Encoding::for_bom(bytes)?;
    [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be].into_iter().find(|known| known.of() == encoding)
}

/// Looks at some bytes; moves a character that is not complete to the front and gives its length.
fn look(buffer: &mut [u8], filled: usize, beyond_ascii: &mut bool, not_utf8: &mut bool) -> usize {
    let mut from = 0;
    // Once both were seen, nothing more can be found.
    while !(*beyond_ascii && *not_utf8) {
        match std::str::from_utf8(&buffer[from..filled]) {
            Ok(text) => {
                *beyond_ascii |= !text.is_ascii();
                return 0;
            }
            Err(error) => {
                let valid = from + error.valid_up_to();
                *beyond_ascii |= !buffer[from..valid].is_ascii();
                let Some(wrong) = error.error_len() else {
                    buffer.copy_within(valid..filled, 0);
                    return filled - valid;
                };
                *not_utf8 = true;
                from = valid + wrong;
            }
        }
    }
    0
}

/// A file as text while it is read.
pub struct Decoding<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    ended: bool,
}

impl<R: Read> Decoding<R> {
    pub fn new(source: R, encoding: Encoding) -> Self {
        Self { source, decoder: encoding.of().new_decoder_with_bom_removal(), raw: vec![0; CHUNK], ended: false }
    }

    /// Adds some more text, which is valid UTF-8; false at the end.
    ///
    /// # Errors
    /// What the system said.
    pub fn more(&mut self, text: &mut Vec<u8>) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        let taken = some(&mut self.source, &mut self.raw)?;
        self.ended = taken == 0;
        let most = self.decoder.max_utf8_buffer_length(taken).unwrap_or(3 * CHUNK);
        let before = text.len();
        text.resize(before + most, 0);
        let (_, _, written, _) = self.decoder.decode_to_utf8(&self.raw[..taken], &mut text[before..], self.ended);
        text.truncate(before + written);
        Ok(!self.ended || written > 0)
    }
}

fn some(source: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> Result<Survey, NotRows> {
        survey(bytes, &mut |_| {}).expect("memory is read")
    }

    fn text(bytes: &[u8], encoding: Encoding) -> String {
        let mut decoding = Decoding::new(bytes, encoding);
        let mut text = Vec::new();
        while decoding.more(&mut text).expect("memory is read") {}
        String::from_utf8(text).expect("UTF-8")
    }

    #[test]
    fn a_mark_decides_then_what_the_bytes_can_be() {
        for (bytes, encoding, says) in [
            (&b"\xef\xbb\xbfJos\xc3\xa9"[..], Encoding::Utf8, "José"),
            (b"Jos\xc3\xa9", Encoding::Utf8, "José"),
            (b"Jos\xe9;x", Encoding::Windows1252, "José;x"),
            (b"\xff\xfeJ\0\xe9\0", Encoding::Utf16Le, "Jé"),
            (b"\xfe\xff\0J\0\xe9", Encoding::Utf16Be, "Jé"),
            (b"\x93Ann\x94 \x80 5", Encoding::Windows1252, "\u{201c}Ann\u{201d} \u{20ac} 5"),
            (b"Jos\xc3", Encoding::Windows1252, "Jos\u{c3}"),
        ] {
            assert_eq!(found(bytes).map(|survey| survey.encoding), Ok(encoding), "{bytes:?}");
            assert_eq!(text(bytes, encoding), says);
        }
        assert!(found(b"Jos\xc3\xa9;Jos\xe9").is_ok_and(|survey| survey.mixed));
        assert_eq!(found(b""), Err(NotRows::Empty));
        assert_eq!(found(b"PK\x03\x04\0\0\nx"), Err(NotRows::Binary("PK\u{3}\u{4}\0\0".into())));
    }

    #[test]
    fn a_character_between_two_readings_is_one() {
        let long = "é".repeat(CHUNK);
        let survey = found(format!("x{long}").as_bytes()).expect("text");
        assert_eq!((survey.encoding, survey.mixed), (Encoding::Utf8, false));
    }
}
