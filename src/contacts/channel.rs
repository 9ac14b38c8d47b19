//! Ways to reach somebody: the kind, the number or address, and when somebody last tried whether it is right.

use super::raw::RawChannel;
use crate::base::ChannelKind;
use crate::base::text::inert_line;
use crate::source::table::cell::{is_address, is_shortened};
use crate::source::{Code, Problem, Span};
use chrono::NaiveDate;

/// One way to reach somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Channel {
    pub kind: ChannelKind,
    pub value: String,
    /// Whether it works without the organisation's own systems.
    pub out_of_band: bool,
    /// When somebody last made sure that it is right.
    pub verified: Option<NaiveDate>,
    pub verified_by: Option<String>,
    pub span: Span,
}

impl Channel {
    /// As people read and record it: `mobile 555-0101`.
    pub fn shown(&self) -> String {
        self.kind.with(&self.value)
    }
}

/// A channel as it is written, and what is odd about its value; `None` where the kind or the value is missing or cannot be used, which
/// is reported already. The apostrophe by which spreadsheets keep a number a text is no part of it.
pub(super) fn channel(raw: &RawChannel) -> Option<(Channel, Option<Problem>)> {
    let value = raw.value.text.strip_prefix('\'').unwrap_or(&raw.value.text).trim();
    if value.is_empty() || !raw.kind.sound {
        return None;
    }
    let channel = Channel {
        kind: raw.kind.value,
        value: inert_line(value).into_owned(),
        out_of_band: raw.out_of_band,
        verified: raw.verified.map(|day| day.date),
        verified_by: raw.verified_by.as_ref().map(|line| inert_line(&line.text).into_owned()),
        span: raw.value.span,
    };
    let odd = odd(channel.kind, value).map(|(code, message)| Problem::new(code, channel.span, message));
    Some((channel, odd))
}

fn odd(kind: ChannelKind, value: &str) -> Option<(Code, String)> {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    if kind.is_dialled() && is_shortened(value) {
        return Some((Code::NumberLost, format!("`{value}` is a number that a spreadsheet has shortened.")));
    }
    if is_several(kind, value) {
        return Some((Code::SeveralInOne, format!("`{value}` is more than one number or address.")));
    }
    if kind == ChannelKind::Email && !is_address(value) {
        return Some((Code::NotAnAddress, format!("`{value}` is no e-mail address.")));
    }
    if kind.is_dialled() && digits < 3 {
        return Some((Code::NoDigits, format!("`{value}` is no number that can be dialled.")));
    }
    None
}

/// Whether several numbers or addresses stand in one value. A comma may belong to a number that is dialled on; two whole numbers around
/// it do not.
fn is_several(kind: ChannelKind, value: &str) -> bool {
    if value.contains(":::") || value.contains(';') || value.contains(" | ") {
        return true;
    }
    if kind == ChannelKind::Email {
        return value.matches('@').count() > 1;
    }
    if !kind.is_dialled() {
        return false;
    }
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count();
    let words = [" or ", " and ", " / ", "/", ", "];
    words.iter().any(|between| value.split(between).filter(|part| digits(part) >= 6).count() > 1)
}
