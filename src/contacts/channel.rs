//! Ways to reach somebody: the kind, the number or address, and when somebody last tried whether it is right.

use crate::source::Span;
use crate::source::value::Word;
use chrono::NaiveDate;

/// The kind of a number or address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChannelKind {
    /// A mobile telephone.
    Mobile,
    /// A telephone at home.
    Home,
    /// A telephone at the desk.
    Desk,
    /// Any other telephone.
    Phone,
    /// A number that is staffed round the clock.
    Hotline,
    /// Text messages.
    Sms,
    /// A messenger that is not the organisation's own.
    Messenger,
    /// The organisation's own chat.
    Chat,
    /// A pager.
    Pager,
    /// A radio channel.
    Radio,
    /// An e-mail address.
    Email,
    /// By going there.
    InPerson,
    /// A form or page.
    Web,
    /// Anything else, in words.
    Other,
}

impl ChannelKind {
    /// Every kind, in the order of the manual.
    pub const ALL: [Self; 14] = [
        Self::Mobile,
        Self::Home,
        Self::Desk,
        Self::Phone,
        Self::Hotline,
        Self::Sms,
        Self::Messenger,
        Self::Chat,
        Self::Pager,
        Self::Radio,
        Self::Email,
        Self::InPerson,
        Self::Web,
        Self::Other,
    ];

    /// As written in a list.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mobile => "mobile",
            Self::Home => "home",
            Self::Desk => "desk",
            Self::Phone => "phone",
            Self::Hotline => "hotline",
            Self::Sms => "sms",
            Self::Messenger => "messenger",
            Self::Chat => "chat",
            Self::Pager => "pager",
            Self::Radio => "radio",
            Self::Email => "email",
            Self::InPerson => "in_person",
            Self::Web => "web",
            Self::Other => "other",
        }
    }
}

impl Word for ChannelKind {
    const EVERY: &'static [Self] = &Self::ALL;

    fn spelled(self) -> &'static str {
        self.word()
    }
}

/// One way to reach somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Channel {
    /// The kind.
    pub kind: ChannelKind,
    /// The number or address; inert.
    pub value: String,
    /// Whether it works without the organisation's own systems.
    pub out_of_band: bool,
    /// When somebody last made sure that it is right.
    pub verified: Option<NaiveDate>,
    /// Who did; inert.
    pub verified_by: Option<String>,
    /// Where it stands in the file.
    pub span: Span,
}

impl Channel {
    /// As people read and record it: `mobile 555-0101`.
    pub fn shown(&self) -> String {
        format!("{} {}", self.kind.word().replace('_', " "), self.value)
    }
}
