//! The kinds of numbers and addresses, the same in playbooks and in phone lists.

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

    /// A number or address as people read and record it: `mobile 555-0101`.
    pub fn with(self, value: &str) -> String {
        format!("{} {value}", self.word().replace('_', " "))
    }

    /// Whether it is a number that is dialled.
    pub fn is_dialled(self) -> bool {
        use ChannelKind::{Desk, Home, Hotline, Mobile, Pager, Phone, Sms};
        matches!(self, Mobile | Home | Desk | Phone | Hotline | Sms | Pager)
    }

    /// Whether somebody answers there; a mailbox or a page takes what is sent at any time.
    pub fn is_answered(self) -> bool {
        !matches!(self, Self::Email | Self::Web)
    }
}
