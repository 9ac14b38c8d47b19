//! How an object is declared, and how it is written.

use serde::Serialize;

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

pub(crate) use object;

/// JSON in lines, without a final line feed.
///
/// # Errors
/// None that an object can cause: its keys are texts and its numbers finite.
pub fn text(of: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(of)
}
