//! Which entry is meant. A name means one entry for ever; a number of the log is refused, for it moves when the journal of
//! another computer arrives.

use super::super::refusal::Refusal;
use super::super::telling;
use super::Context;
use crate::base::text::cut;

/// Most entries that are named in one sentence.
const NAMED: usize = 4;

/// The place in the log of the entry that is meant.
pub(super) fn find(context: &Context<'_>, typed: &str) -> Result<usize, Refusal> {
    let (state, typed) = (context.state, typed.trim());
    let bare = typed.trim_start_matches('#');
    if !bare.is_empty() && bare.bytes().all(|sign| sign.is_ascii_digit()) {
        return Err(number(context, bare));
    }
    let named = state.names.find(typed).unwrap_or_default();
    let found: Vec<_> = (0..state.log.len()).filter(|at| named.contains(&state.at(*at).id)).collect();
    let one = found.first().filter(|first| found.iter().all(|at| state.at(*at).id == state.at(**first).id));
    match (one, &found[..]) {
        (Some(one), _) => Ok(*one),
        (None, []) => Err(Refusal::new(
            format!("There is no entry \"{}\".", cut(typed, 60)),
            "An entry has the name that its receipt and the log show, such as k4-12.",
        )),
        (None, several) => Err(Refusal::new(
            format!("\"{}\" can mean {} entries.", cut(typed, 60), several.len()),
            format!("Give the longer name. {}", list(context, several)),
        )),
    }
}

fn number(context: &Context<'_>, typed: &str) -> Refusal {
    let place = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let meant = match place.filter(|at| *at < context.state.log.len()) {
        Some(at) => format!("Line {typed} is now {}", list(context, &[at])),
        None => "An entry has the name that its receipt and the log show, such as k4-12.".to_owned(),
    };
    Refusal::new(
        format!(
            "{} is a line of the log, and lines move when the journal of another computer arrives.",
            cut(typed, 20)
        ),
        format!("Give the name of the entry. {meant}"),
    )
}

/// `k4-12 (answered: Yes, by R. Okafor, 22 Nov 02:13); ...`
fn list(context: &Context<'_>, entries: &[usize]) -> String {
    let shown = entries.iter().take(NAMED);
    let said: Vec<_> =
        shown.map(|at| telling::named(Some(context.playbook), context.state, *at, context.now())).collect();
    format!("{}.", said.join("; "))
}
