//! What hours and costs add up to: by kind, by how certain they are, and each currency by itself.

use super::list::List;
use crate::base::{Money, span};
use crate::playbook::register::RegisterKind;
use std::collections::BTreeMap;

/// A sum of one kind.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sum {
    /// `USD`; empty for hours and counts. Currencies are never added.
    pub currency: String,
    /// What the column `kind` says; empty where it says nothing.
    pub kind: String,
    /// What the column `certainty` says; empty where there is none.
    pub certainty: String,
    /// Seconds, cents or things.
    pub amount: i64,
    /// For people: `3 h 20 min`, `USD 1,500.00`.
    pub text: String,
    pub rows: usize,
}

/// The sums of a list of hours, amounts or counts, in the order of currency, kind and certainty. What was struck out and what
/// contradicts itself is left out; the rows show it.
pub fn sums(list: &List<'_>) -> Vec<Sum> {
    let mut sums: BTreeMap<(String, String, String), (i64, usize)> = BTreeMap::new();
    let kind = list.register.kind;
    for row in list.rows.iter().filter(|row| row.struck.is_none()) {
        let stored = list.column("amount").and_then(|at| row.cells.get(at)).map_or("", |cell| cell.stored.as_str());
        let read = match kind {
            RegisterKind::Hours => {
                span::parse_typed(stored).and_then(|seconds| Some((String::new(), i64::try_from(seconds).ok()?)))
            }
            RegisterKind::Count => stored.parse::<i64>().ok().map(|number| (String::new(), number)),
            RegisterKind::Money => Money::parse_typed(stored, list.register.currency)
                .map(|money| (money.currency.iter().copied().map(char::from).collect(), money.cents)),
            RegisterKind::List => None,
        };
        let Some((currency, amount)) = read else { continue };
        let says = |id: &str| list.text(row, id).to_owned();
        let (sum, rows) = sums.entry((currency, says("kind"), says("certainty"))).or_default();
        *sum = sum.saturating_add(amount);
        *rows += 1;
    }
    let told = sums.into_iter().map(|((currency, kind_of, certainty), (amount, rows))| {
        let text = match kind {
            RegisterKind::Hours => crate::judge::evidence::registers::hours(u64::try_from(amount).unwrap_or(0)),
            RegisterKind::Money => {
                let code = currency.as_bytes().try_into().unwrap_or(list.register.currency);
                Money { currency: code, cents: amount }.to_string()
            }
            _ => amount.to_string(),
        };
        Sum { currency, kind: kind_of, certainty, amount, text, rows }
    });
    told.collect()
}
