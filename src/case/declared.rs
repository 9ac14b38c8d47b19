//! The macro that declares each kind of entry once: the fact, how it is stored and read, and its row in the manual.

/// Declares every kind: `Name = "stored_word" about field on track { mode field: Type, .. }`, in the order of the manual.
///
/// A field is stored under its own name, in the order of the declaration. It is `needed` (without it the entry is kept as
/// [`Fact::Other`](super::Fact::Other)), `optional` (an `Option`), `many` (a list, left out when empty) or `flat` (its type has
/// several fields of its own). `about` names the field with the items that the entry is about, `on` where [`About`](super::about::About)
/// keeps it, `by` the field that tells several such tracks apart; one without `on` is for reading alone, or has an arm in `state.rs`.
/// Doc comments are the manual's words.
macro_rules! facts {
    ($($(#[doc = $doc:literal])* $name:ident = $word:literal $(about $about:ident)? $(on $track:ident $(by $key:ident)?)? $({
        $($(#[doc = $field_doc:literal])* $mode:ident $field:ident: $type:ty,)*
    })?,)*) => {
        /// One recorded fact. Values are text in their stored form; their meaning belongs to the playbook.
        #[derive(Clone, PartialEq, Debug)]
        pub enum Fact {
            $($(#[doc = $doc])* $name $({
                $($(#[doc = $field_doc])* $field: $crate::case::declared::field_type!($mode $type),)*
            })?,)*
            /// A kind that this version does not know, or one that cannot be read; kept and shown as it is.
            Other {
                kind: String,
                /// Its fields, for reading.
                text: String,
            },
        }

        impl Fact {
            /// The items or silences that it is about; for a call, those that it was made for.
            pub fn subjects(&self) -> &[$crate::base::ItemId] {
                match self {
                    $($(Self::$name { $about, .. } => $crate::case::stored::Subjects::ids($about),)?)*
                    _ => &[],
                }
            }

            /// Puts the entry at a place of the log where it is kept; `has_seen` is as for [`Track::add`].
            ///
            /// [`Track::add`]: super::tracks::Track::add
            pub(super) fn keep_in(
                &self,
                about: &mut $crate::case::about::About,
                at: usize,
                has_seen: &dyn Fn(usize) -> bool,
            ) {
                match self {
                    $($(Self::$name { $($key,)? .. } => {
                        $crate::case::declared::track!(about $track $($key)?).keep(at, has_seen);
                    })?)*
                    _ => {}
                }
            }

            /// Its kind; `None` for one that this version does not know.
            pub fn entry_kind(&self) -> Option<EntryKind> {
                match self {
                    $(Self::$name { .. } => Some(EntryKind::$name),)*
                    Self::Other { .. } => None,
                }
            }

            /// The stored word of its kind, and its own fields.
            pub(super) fn encode(&self) -> (&str, $crate::journal::Fields) {
                let fields = $crate::journal::Fields::new();
                match self {
                    $(Self::$name $({ $($field),* })? => {
                        $($(let fields = $crate::case::declared::put!($mode fields, $field);)*)?
                        ($word, fields)
                    })*
                    Self::Other { kind, text } => (kind, fields.text("text", text)),
                }
            }

            /// What is stored; `None` for an unknown kind, and where a needed field is missing or makes no sense.
            fn read(kind: &str, fields: &$crate::journal::Fields) -> Option<Self> {
                Some(match kind {
                    $($word => Self::$name $({
                        $($field: $crate::case::declared::read!($mode fields, $field, $type),)*
                    })?,)*
                    _ => return None,
                })
            }
        }

        /// A kind of entry, as a reader of the journal meets it.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum EntryKind {
            $($(#[doc = $doc])* $name,)*
        }

        impl EntryKind {
            /// Every kind that this version writes, in the order of the manual.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stored word.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            /// Its own fields in the order in which they are stored; those in brackets may be missing.
            pub fn fields(self) -> Vec<&'static str> {
                match self {
                    $(Self::$name => {
                        let listed: &[&[&str]] = &[$($($crate::case::declared::listed!($mode $field, $type)),*)?];
                        listed.concat()
                    })*
                }
            }

            /// What it says.
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$name => concat!($($doc),*).trim(),)*
                }
            }
        }
    };
}

macro_rules! field_type {
    (optional $type:ty) => { Option<$type> };
    (many $type:ty) => { Vec<$type> };
    ($mode:ident $type:ty) => { $type };
}

macro_rules! track {
    ($about:ident $track:ident) => {
        $about.$track
    };
    ($about:ident $track:ident $key:ident) => {
        $about.$track.entry($key.clone()).or_default()
    };
}

macro_rules! put {
    (flat $fields:ident, $field:ident) => {
        $crate::case::stored::Flat::put($field, $fields)
    };
    (many $fields:ident, $field:ident) => {
        if $field.is_empty() { $fields } else { $crate::case::stored::Stored::put($field, stringify!($field), $fields) }
    };
    ($mode:ident $fields:ident, $field:ident) => {
        $crate::case::stored::Stored::put($field, stringify!($field), $fields)
    };
}

macro_rules! read {
    (needed $fields:ident, $field:ident, $type:ty) => {
        <$type as $crate::case::stored::Stored>::read(stringify!($field), $fields)?
    };
    (optional $fields:ident, $field:ident, $type:ty) => {
        <$type as $crate::case::stored::Stored>::read(stringify!($field), $fields)
    };
    (many $fields:ident, $field:ident, $type:ty) => {
        <Vec<$type> as $crate::case::stored::Stored>::read(stringify!($field), $fields).unwrap_or_default()
    };
    (flat $fields:ident, $field:ident, $type:ty) => {
        <$type as $crate::case::stored::Flat>::read($fields)?
    };
}

/// What the manual shows of a field.
macro_rules! listed {
    (needed $field:ident, $type:ty) => {
        &[stringify!($field)]
    };
    (flat $field:ident, $type:ty) => {
        <$type as $crate::case::stored::Flat>::KEYS
    };
    ($mode:ident $field:ident, $type:ty) => {
        &[concat!("[", stringify!($field), "]")]
    };
}

pub(super) use {facts, field_type, listed, put, read, track};
