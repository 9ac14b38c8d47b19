//! Values that programs read as the text in which they are stored.

/// Has `Serialize` print types as the text that a method of theirs gives.
macro_rules! written {
    ($($type:ty: $text:ident),* $(,)?) => {$(
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.collect_str(&self.$text())
            }
        }
    )*};
}

pub(crate) use written;

use super::{CaseId, ChannelKind, ClauseId, Count, EventTime, ItemId, Money, Now, SessionId, Stamp};

written!(CaseId: as_str, ChannelKind: word, ClauseId: as_str, Count: to_text, EventTime: to_text, ItemId: as_str);
written!(Money: to_string, Now: to_text, SessionId: as_str, Stamp: to_text);
