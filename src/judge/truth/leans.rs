//! Numbers known roughly beside the lines that the policy draws: what each leaves open, and to which side it leans. A lean decides
//! nothing.

use crate::base::{ItemId, Money, Quantity};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;
use crate::playbook::condition::{Comparison, Expr, Literal, Subject};

/// To which side a number leans that is known roughly and lies across a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Lean {
    /// The estimate is the line itself.
    Neither,
    /// The estimate by its value; the whole that it stands for lies on both sides.
    Yes(Literal),
    No(Literal),
    /// Of what can be, so much is on the side that holds.
    From(Literal),
    UpTo(Literal),
    At(Literal),
    NotAt(Literal),
}

/// A number known roughly, and what it leaves open in one comparison.
#[derive(Clone, PartialEq, Debug)]
pub struct Roughly {
    pub question: ItemId,
    pub answer: Answer,
    pub lean: Lean,
}

impl Knowledge<'_> {
    /// What numbers known roughly leave open in a condition, in the order of its text.
    pub fn leans(&self, condition: &Expr) -> Vec<Roughly> {
        let mut found = Vec::new();
        self.collect_leans(condition, false, &mut found);
        found
    }

    fn collect_leans(&self, expr: &Expr, opposite: bool, found: &mut Vec<Roughly>) {
        match expr {
            Expr::Compare(Subject::Answer(id), sign, literal) => {
                let sign = if opposite { negated(*sign) } else { *sign };
                let answer = self.answer(id.as_str());
                found.extend(answer.and_then(|answer| {
                    let lean = lean(&answer, sign, literal)?;
                    Some(Roughly { question: id.clone(), answer, lean })
                }));
            }
            Expr::Not(inner) => self.collect_leans(inner, !opposite, found),
            Expr::Possible(inner) => self.collect_leans(inner, opposite, found),
            Expr::And(left, right) | Expr::Or(left, right) => {
                self.collect_leans(left, opposite, found);
                self.collect_leans(right, opposite, found);
            }
            _ => {}
        }
    }

    /// The questions behind a verdict that waits for nothing but numbers that are answered and known roughly; `None` where it
    /// waits for anything else.
    pub(super) fn waits_for_rough_numbers(&self, missing: &[Subject]) -> Option<Vec<ItemId>> {
        let of = |subject: &Subject| {
            let Subject::Answer(id) = subject else { return None };
            is_rough(&self.answer(id.as_str())?).then(|| id.clone())
        };
        let found: Option<Vec<_>> = missing.iter().map(of).collect();
        found.filter(|found| !found.is_empty())
    }
}

/// Whether an answer is a number or an amount that is not exact.
pub fn is_rough(answer: &Answer) -> bool {
    match answer {
        Answer::Number(count) => count.is_rough(),
        Answer::Money(sum) => sum.is_rough(),
        _ => false,
    }
}

/// Whether a condition compares a question with a value.
pub fn compares(expr: &Expr, question: &ItemId) -> bool {
    match expr {
        Expr::Compare(Subject::Answer(id), ..) => id == question,
        Expr::Not(inner) | Expr::Possible(inner) => compares(inner, question),
        Expr::And(left, right) | Expr::Or(left, right) => compares(left, question) || compares(right, question),
        _ => false,
    }
}

fn lean(answer: &Answer, sign: Comparison, bound: &Literal) -> Option<Lean> {
    match (answer, bound) {
        (Answer::Number(count), Literal::Number(bound)) => {
            let estimate = if let Quantity::Estimate(value) = count { Some(i128::from(*value)) } else { None };
            let (low, high) = count.bounds();
            let shown = |value: i128| Literal::Number(u64::try_from(value).unwrap_or(0));
            side((i128::from(low), i128::from(high)), estimate, sign, i128::from(*bound), shown)
        }
        (Answer::Money(sum), Literal::Money(bound)) if sum.currency() == bound.currency => {
            let estimate = if let Quantity::Estimate(amount) = sum { Some(i128::from(amount.cents)) } else { None };
            let (low, high) = sum.bounds();
            let currency = bound.currency;
            let shown = |cents: i128| Literal::Money(Money { currency, cents: i64::try_from(cents).unwrap_or(0) });
            side((i128::from(low), i128::from(high)), estimate, sign, i128::from(bound.cents), shown)
        }
        _ => None,
    }
}

/// `None` where all that it can be lies on one side.
fn side(
    (low, high): (i128, i128),
    estimate: Option<i128>,
    sign: Comparison,
    bound: i128,
    shown: impl Fn(i128) -> Literal,
) -> Option<Lean> {
    let holds = |value: i128| sign.accepts(value.cmp(&bound));
    let across = low < high && low <= bound && bound <= high;
    let open = match sign {
        Comparison::Equal | Comparison::NotEqual => across,
        _ => holds(low) != holds(high),
    };
    if !open {
        return None;
    }
    Some(match (estimate, sign) {
        (Some(value), _) if value == bound => Lean::Neither,
        (Some(value), _) if holds(value) => Lean::Yes(shown(value)),
        (Some(value), _) => Lean::No(shown(value)),
        (None, Comparison::More) => Lean::From(shown(bound + 1)),
        (None, Comparison::AtLeast) => Lean::From(shown(bound)),
        (None, Comparison::Less) => Lean::UpTo(shown(bound - 1)),
        (None, Comparison::AtMost) => Lean::UpTo(shown(bound)),
        (None, Comparison::Equal) => Lean::At(shown(bound)),
        (None, Comparison::NotEqual) => Lean::NotAt(shown(bound)),
    })
}

fn negated(sign: Comparison) -> Comparison {
    match sign {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::AtLeast,
        Comparison::AtLeast => Comparison::Less,
        Comparison::More => Comparison::AtMost,
        Comparison::AtMost => Comparison::More,
    }
}

#[cfg(test)]
mod tests {
    use super::{Lean, lean};
    use crate::base::{Count, Sum};
    use crate::judge::types::answer::Answer;
    use crate::judge::verdict::{Facts, Known, evaluate};
    use crate::playbook::condition::{Comparison, Expr, Literal, Subject};

    struct One(Answer);

    impl Facts for One {
        fn known(&self, _: &Subject) -> Known {
            Known::Answer(self.0.clone())
        }
    }

    /// What a comparison with 100 comes to, and the lean beside it.
    fn beside_100(typed: &str, sign: Comparison) -> (Option<bool>, Option<Lean>) {
        let answer = Answer::Number(Count::parse_typed(typed).unwrap());
        let bound = Literal::Number(100);
        let subject = Subject::Answer(crate::base::ItemId::new("n").unwrap());
        let verdict = evaluate(&Expr::Compare(subject, sign, bound.clone()), &One(answer.clone()));
        (verdict.value, lean(&answer, sign, &bound))
    }

    #[test]
    fn a_number_known_roughly_is_pending_across_the_line_and_leans_without_deciding() {
        let no = |value: u64| Some(Lean::No(Literal::Number(value)));
        let from = |value: u64| Some(Lean::From(Literal::Number(value)));
        for (typed, more, equal) in [
            ("about 140", (Some(true), None), Some(false)),
            ("about 9", (Some(false), None), Some(false)),
            ("about 100", (None, Some(Lean::Neither)), None),
            ("about 95", (None, no(95)), None),
            ("about 105", (None, Some(Lean::Yes(Literal::Number(105)))), None),
            ("80 to 120", (None, from(101)), None),
            ("more than 100", (Some(true), None), Some(false)),
            ("at least 100", (None, from(101)), None),
            ("up to 100", (Some(false), None), None),
        ] {
            assert_eq!(beside_100(typed, Comparison::More), more, "{typed}");
            assert_eq!(beside_100(typed, Comparison::Equal).0, equal, "{typed} == 100");
        }
        assert_eq!(beside_100("80 to 120", Comparison::Less).1, Some(Lean::UpTo(Literal::Number(99))));
        assert_eq!(beside_100("up to 100", Comparison::Equal).1, Some(Lean::At(Literal::Number(100))));
    }

    #[test]
    fn about_reaches_ten_per_cent_either_way_at_least_one_and_outwards() {
        let number = |typed: &str| Count::parse_typed(typed).unwrap().bounds();
        for (typed, stands_for) in [
            ("about 140", (126, 154)),
            ("about 9", (8, 10)),
            ("about 100", (90, 110)),
            ("about 95", (85, 105)),
            ("about 1", (0, 2)),
            ("about 0", (0, 1)),
            ("about 80 to 120", (80, 120)),
        ] {
            assert_eq!(number(typed), stands_for, "{typed}");
        }
        let money = |typed: &str| Sum::parse_typed(typed, *b"USD").unwrap().bounds();
        assert_eq!(money("about 100,000"), (9_000_000, 11_000_000));
        assert_eq!(money("about 5"), (400, 600), "at least one whole unit");
        assert_eq!(money("about 95.01"), (8_550, 10_452), "outwards to the cent");
    }
}
