//! Numbers known roughly, in words: what "about" stands for, and to which side of a line it leans.

use crate::base::text::sentence;
use crate::base::{Money, Quantity};
use crate::judge::truth::leans::{Lean, Roughly};
use crate::judge::types::answer::Answer;
use crate::playbook::condition::Literal;

/// Most elements that a receipt names one by one.
const NAMED: usize = 3;

/// `on the line: leans neither way`, `leans to no: 95`, `holds from 101`.
pub fn lean(lean: &Lean) -> String {
    match lean {
        Lean::Neither => "on the line: leans neither way".into(),
        Lean::Yes(value) => format!("leans to yes: {}", amount(value)),
        Lean::No(value) => format!("leans to no: {}", amount(value)),
        Lean::From(value) => format!("holds from {}", amount(value)),
        Lean::UpTo(value) => format!("holds up to {}", amount(value)),
        Lean::At(value) => format!("holds at {}", amount(value)),
        Lean::NotAt(value) => format!("does not hold at {}", amount(value)),
    }
}

/// `about 95, read by this program as 85 to 105: leans to no: 95`.
pub fn element(roughly: &Roughly) -> String {
    let answer = roughly.answer.to_text();
    match stands_for(&roughly.answer) {
        Some(range) => format!("{answer}, read by this program as {range}: {}", lean(&roughly.lean)),
        None => format!("{answer}: {}", lean(&roughly.lean)),
    }
}

/// What is said beside the receipt of a number known roughly.
pub fn remark(answer: &Answer, open: &[(String, Lean)]) -> String {
    let text = answer.to_text();
    let mut says = stands_for(answer).map_or_else(String::new, |range| {
        format!(
            "{} is read as {range}, ten per cent either way: that is this program's reading, not the policy's. ",
            sentence(&text)
        )
    });
    if !open.is_empty() {
        let all =
            open.iter().take(NAMED).map(|(title, side)| format!("“{}” ({})", title.trim_end_matches('.'), lean(side)));
        let more = if open.len() > NAMED { format!("; and {} more", open.len() - NAMED) } else { String::new() };
        says.push_str(&format!("It leaves open: {}{more}.", all.collect::<Vec<_>>().join("; ")));
    }
    says.trim_end().to_owned()
}

/// `85 to 105`, for an estimate.
fn stands_for(answer: &Answer) -> Option<String> {
    match answer {
        Answer::Number(count @ Quantity::Estimate(_)) => {
            let (low, high) = count.bounds();
            Some(format!("{low} to {high}"))
        }
        Answer::Money(sum @ Quantity::Estimate(amount)) => {
            let (low, high) = sum.bounds();
            let shown = |cents: i64| Money { cents, ..*amount };
            Some(format!("{} to {}", shown(low), shown(high)))
        }
        _ => None,
    }
}

fn amount(value: &Literal) -> String {
    match value {
        Literal::Number(number) => number.to_string(),
        Literal::Money(money) => money.to_string(),
        _ => String::new(),
    }
}
