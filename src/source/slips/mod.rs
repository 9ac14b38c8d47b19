//! What people write where TOML wants something else: each slip is recognised on its line and says what to write instead. Where none
//! is recognised, the words of the reader of TOML stand.

mod brackets;
mod keys;
mod place;
mod quotes;
mod slip;
mod values;

pub(super) use slip::Slip;

use place::Place;
use std::ops::Range;

type Rule = fn(&Place<'_>) -> Option<Slip>;

/// In the order in which they are tried; the first that recognises the place speaks.
const RULES: [Rule; 19] = [
    keys::one_of_a_list,
    keys::given_twice,
    quotes::curly,
    quotes::half_curly,
    keys::odd_blank,
    keys::look_alike,
    quotes::backslash,
    quotes::inside,
    quotes::unclosed,
    brackets::header,
    brackets::unclosed,
    brackets::comma,
    keys::other_comment,
    keys::dotted,
    keys::colon_or_nothing,
    keys::bad_key,
    values::behind,
    values::unquoted,
    values::dates_and_numbers,
];

/// The slip behind what the reader of TOML `said` of a place of the text.
pub(super) fn slip(text: &str, stopped: Range<usize>, said: &str) -> Option<Slip> {
    let place = Place::of(text, stopped, said)?;
    RULES.iter().find_map(|rule| rule(&place))
}
