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

/// A type whose values are words of a fixed list.
pub(crate) trait Word: Copy + 'static {
    const EVERY: &'static [Self];
    /// As written in a playbook or a list.
    fn spelled(self) -> &'static str;

    fn of_word(text: &str) -> Option<Self> {
        Self::EVERY.iter().copied().find(|value| value.spelled() == text)
    }
}

/// Declares an enum whose values are words of a fixed list, each beside its word. `Name, label { Value = "word", "Label"; }`
/// has a second text of each; `Name: label { Value = "Label", }` has that text alone and no word.
macro_rules! words {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$of:meta])* $value:ident = $word:literal,)* }) => {
        $crate::base::written::words! { $(#[$doc])* $vis enum $name: word { $($(#[$of])* $value = $word,)* } }

        impl $name {
            $vis const ALL: [Self; [$($word),*].len()] = [$(Self::$value),*];
        }

        impl $crate::base::written::Word for $name {
            const EVERY: &'static [Self] = &Self::ALL;

            fn spelled(self) -> &'static str {
                self.word()
            }
        }

        $crate::base::written::written!($name: word);
    };
    ($(#[$doc:meta])* $vis:vis enum $name:ident, $text:ident {
        $($(#[$of:meta])* $value:ident = $word:literal, $said:literal;)*
    }) => {
        $crate::base::written::words! { $(#[$doc])* $vis enum $name { $($(#[$of])* $value = $word,)* } }

        impl $name {
            $vis fn $text(self) -> &'static str {
                match self { $(Self::$value => $said),* }
            }
        }
    };
    ($(#[$doc:meta])* $vis:vis enum $name:ident: $text:ident { $($(#[$of:meta])* $value:ident = $said:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        $vis enum $name { $($(#[$of])* $value,)* }

        impl $name {
            $vis fn $text(self) -> &'static str {
                match self { $(Self::$value => $said),* }
            }
        }
    };
}

pub(crate) use {object, words, written};

use super::{CaseId, ClauseId, Count, EventTime, ItemId, Money, Now, ScriptId, SessionId, Stamp};

written!(CaseId: as_str, ClauseId: as_str, Count: to_text, EventTime: to_text, ItemId: as_str);
written!(Money: to_string, Now: to_text, ScriptId: as_str, SessionId: as_str, Stamp: to_text);
