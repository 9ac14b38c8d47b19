//! What programs read: values as the text in which they are stored, and objects.

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

/// Declares an object for programs: a struct, and `of`, which makes it. Each key stands once, with its type and where its
/// value comes from; what several keys need is worked out in the block before them.
macro_rules! object {
    (
        $(#[$doc:meta])* $name:ident $(<$life:lifetime>)? ($($from:ident: $of:ty),* $(,)?) $({ $($before:tt)* })?
        => { $($(#[$attribute:meta])* $key:ident: $type:ty = $value:expr,)* }
    ) => {
        $(#[$doc])*
        #[derive(serde::Serialize)]
        pub struct $name $(<$life>)? { $($(#[$attribute])* pub $key: $type,)* }

        impl $(<$life>)? $name $(<$life>)? {
            pub fn of($($from: $of),*) -> Self {
                $($($before)*)?
                Self { $($key: $value),* }
            }
        }
    };
}

pub(crate) use {object, written};

use super::{CaseId, ChannelKind, ClauseId, Count, EventTime, ItemId, Money, Now, SessionId, Stamp};

written!(CaseId: as_str, ChannelKind: word, ClauseId: as_str, Count: to_text, EventTime: to_text, ItemId: as_str);
written!(Money: to_string, Now: to_text, SessionId: as_str, Stamp: to_text);
