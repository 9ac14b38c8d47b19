//! The macro that declares kinds of problem once: a stable word, how grave it is, what it means and what to do about it.

/// Declares `Code`: `/// doc` of the enum, then `Name = "word", Severity, "meaning.", "what to do.";` for each kind.
macro_rules! codes {
    (
        $(#[$doc:meta])*
        $($name:ident = $word:literal, $severity:ident, $meaning:literal, $what_to_do:literal;)*
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code {
            $(#[doc = $meaning] $name,)*
        }

        impl Code {
            /// Every code, in the order of the manual.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stable kebab-case code.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// How grave it is: what is wrong by an error is not used.
            pub fn severity(self) -> $crate::playbook::problem::Severity {
                match self { $(Self::$name => $crate::playbook::problem::Severity::$severity,)* }
            }

            /// What the code means, in one sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)* }
            }

            /// What to do about it, in one sentence.
            pub fn what_to_do(self) -> &'static str {
                match self { $(Self::$name => $what_to_do,)* }
            }
        }
    };
}

pub(crate) use codes;
