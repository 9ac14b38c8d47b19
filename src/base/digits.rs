//! Whole numbers as people type them, with the signs that set off their thousands.

/// The digits of `1400`, `1,400`, `1_400` and `1 400`. A sign sets off groups of three digits and is the same throughout;
/// anything else is a slip that could make another number of it: `1001,400` is refused.
pub fn of_whole(text: &str) -> Option<String> {
    let text = text.trim();
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let Some(sign) = text.chars().find(|c| matches!(c, ',' | '_' | ' ')) else {
        return is_digits(text).then(|| text.to_owned());
    };
    let groups: Vec<&str> = text.split(sign).collect();
    let (first, others) = groups.split_first()?;
    let sound =
        first.len() <= 3 && groups.iter().all(|group| is_digits(group)) && others.iter().all(|group| group.len() == 3);
    sound.then(|| groups.concat())
}
