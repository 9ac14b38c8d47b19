//! Three-valued logic: the tables, and laws that must hold for every expression.

use breachbook::base::{Count, EventTime, ItemId, Money, Now, Stamp, Sum, Zone};
use breachbook::judge::types::answer::Answer;
use breachbook::judge::verdict::{Facts, Known, Verdict, evaluate};
use breachbook::playbook::condition::{Comparison, Expr, Literal, Subject};
use proptest::prelude::*;

struct Table(Vec<(&'static str, Known)>);

impl Facts for Table {
    fn known(&self, subject: &Subject) -> Known {
        self.0.iter().find(|(id, _)| *id == subject.id().as_str()).map_or(Known::Nothing, |(_, known)| known.clone())
    }
}

fn subject(id: &str) -> Subject {
    Subject::Answer(ItemId::new(id).unwrap())
}

fn holds(id: &str) -> Expr {
    Expr::Holds(subject(id))
}

fn verdict(value: Option<bool>, because: &[&str], missing: &[&str]) -> Verdict {
    let because = because.iter().map(|id| subject(id).into()).collect();
    Verdict { value, because, missing: missing.iter().map(|id| subject(id)).collect() }
}

#[test]
fn a_yes_decides_an_or_although_the_rest_is_unknown() {
    let facts = Table(vec![("a", Known::YesNo(true))]);
    let or = Expr::Or(Box::new(holds("a")), Box::new(holds("b")));
    assert_eq!(evaluate(&or, &facts), verdict(Some(true), &["a"], &[]));
    let and = Expr::And(Box::new(holds("a")), Box::new(holds("b")));
    assert_eq!(evaluate(&and, &facts), verdict(None, &[], &["b"]));
}

#[test]
fn every_missing_answer_is_named() {
    let or = Expr::Or(Box::new(holds("a")), Box::new(Expr::Not(Box::new(holds("b")))));
    assert_eq!(evaluate(&or, &Table(vec![])), verdict(None, &[], &["a", "b"]));
}

#[test]
fn a_range_that_straddles_the_bound_is_not_known_and_equality_does_not_exceed() {
    let more = |count| {
        let facts = Table(vec![("n", Known::Answer(Answer::Number(count)))]);
        evaluate(&Expr::Compare(subject("n"), Comparison::More, Literal::Number(100)), &facts).value
    };
    assert_eq!(more(Count::Exact(100)), Some(false));
    assert_eq!(more(Count::Exact(101)), Some(true));
    assert_eq!(more(Count::Range(80, 120)), None);
    assert_eq!(more(Count::Range(80, 100)), Some(false));
    assert_eq!(more(Count::Range(101, 500)), Some(true));
    assert_eq!(more(Count::MoreThan(100)), Some(true), "more than a hundred surely exceeds a hundred");
    assert_eq!(more(Count::AtLeast(100)), None);
    assert_eq!(more(Count::LessThan(100)), Some(false));
    assert_eq!(more(Count::UpTo(100)), Some(false));
    assert_eq!(more(Count::UpTo(101)), None);
}

#[test]
fn an_estimate_or_a_range_of_money_is_compared_by_its_bounds() {
    let more = |typed: &str| {
        let cost = Sum::parse_typed(typed, *b"USD").unwrap();
        let facts = Table(vec![("cost", Known::Answer(Answer::Money(cost)))]);
        let bound = Money { currency: *b"USD", cents: 10_000_000 };
        evaluate(&Expr::Compare(subject("cost"), Comparison::More, Literal::Money(bound)), &facts).value
    };
    assert_eq!(more("80,000 to 120,000"), None);
    assert_eq!(more("about 120,000"), Some(true));
    assert_eq!(more("about 105,000"), None, "ten per cent either way");
    assert_eq!(more("up to 100,000"), Some(false));
    assert_eq!(more("over 100,000"), Some(true));
    assert_eq!(more("at least 100,000"), None);
}

#[test]
fn two_numbers_are_compared_only_where_all_that_they_can_be_gives_the_same() {
    let held = |sign: Comparison, residents: Option<Count>, affected: Option<Count>| {
        let known = |count: Option<Count>| count.map_or(Known::Nothing, |count| Known::Answer(Answer::Number(count)));
        let facts = Table(vec![("residents", known(residents)), ("affected", known(affected))]);
        evaluate(&Expr::Against(subject("residents"), sign, subject("affected")), &facts)
    };
    let more = |residents, affected| held(Comparison::More, Some(residents), Some(affected));
    assert_eq!(more(Count::Exact(150), Count::Exact(140)), verdict(Some(true), &["residents", "affected"], &[]));
    assert_eq!(more(Count::Exact(140), Count::Exact(140)).value, Some(false));
    assert_eq!(more(Count::Range(120, 160), Count::Exact(140)), verdict(None, &[], &["residents", "affected"]));
    assert_eq!(more(Count::Range(100, 140), Count::Range(140, 160)).value, Some(false));
    assert_eq!(more(Count::Range(161, 170), Count::Range(140, 160)).value, Some(true));
    assert_eq!(more(Count::AtLeast(160), Count::AtLeast(140)).value, None);
    let at_most = held(Comparison::AtMost, Some(Count::Range(100, 140)), Some(Count::Range(140, 160)));
    assert_eq!(at_most.value, Some(true));
    let equal = |one, other| held(Comparison::Equal, Some(one), Some(other)).value;
    assert_eq!(equal(Count::Exact(5), Count::Exact(5)), Some(true));
    assert_eq!(equal(Count::Range(4, 5), Count::Range(4, 5)), None);
    assert_eq!(equal(Count::Range(1, 3), Count::Range(4, 5)), Some(false));
    assert_eq!(held(Comparison::More, None, Some(Count::Exact(1))), verdict(None, &[], &["residents"]));
}

#[test]
fn two_times_are_compared_only_where_all_that_they_can_be_gives_the_same() {
    let after = |found: &str, happened: &str| {
        let zone = Zone::of_posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
        let now = Now::new(Stamp::parse("2026-11-28T12:00:00-05:00").unwrap(), zone);
        let known = |typed: &str| Known::Answer(Answer::When(EventTime::read(typed, now).unwrap().value));
        let facts = Table(vec![("found", known(found)), ("happened", known(happened))]);
        evaluate(&Expr::Against(subject("found"), Comparison::More, subject("happened")), &facts).value
    };
    assert_eq!(after("28 Nov 02:00", "28 Nov 01:00"), Some(true));
    assert_eq!(after("28 Nov 01:00", "28 Nov 01:00"), Some(false));
    assert_eq!(after("28 Nov 01:20", "about 01:00"), None, "about reaches half an hour");
    assert_eq!(after("28 Nov 01:31", "about 01:00"), Some(true));
    assert_eq!(after("about 01:00", "28 Nov 01:31"), Some(false));
    assert_eq!(after("27 Nov", "27 Nov 23:00 to 28 Nov 01:00"), None, "the windows overlap");
    assert_eq!(after("28 Nov 2026", "27 Nov 2026"), Some(true), "one day lies wholly behind the other");
    assert_eq!(after("since 28 Nov 02:00", "28 Nov 01:00"), Some(true));
    assert_eq!(after("until 28 Nov 02:00", "28 Nov 01:00"), None);
    assert_eq!(after("until 28 Nov 01:00", "28 Nov 02:00"), Some(false));
}

#[test]
fn two_currencies_are_never_compared() {
    let money = |currency: &[u8; 3]| Money { currency: *currency, cents: 500 };
    let cost = Sum::Exact(money(b"AUD"));
    let facts = Table(vec![("cost", Known::Answer(Answer::Money(cost)))]);
    let condition = Expr::Compare(subject("cost"), Comparison::More, Literal::Money(money(b"USD")));
    assert_eq!(evaluate(&condition, &facts).value, None);
}

fn arbitrary_expr() -> impl Strategy<Value = Expr> {
    let leaf =
        prop_oneof![any::<bool>().prop_map(Expr::Constant), prop::sample::select(vec!["a", "b", "c"]).prop_map(holds),];
    leaf.prop_recursive(5, 40, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|e| Expr::Not(Box::new(e))),
            (inner.clone(), inner.clone()).prop_map(|(l, r)| Expr::And(Box::new(l), Box::new(r))),
            (inner.clone(), inner).prop_map(|(l, r)| Expr::Or(Box::new(l), Box::new(r))),
        ]
    })
}

fn table(values: [Option<bool>; 3]) -> Table {
    let known = |v: Option<bool>| v.map_or(Known::Nothing, Known::YesNo);
    Table(vec![("a", known(values[0])), ("b", known(values[1])), ("c", known(values[2]))])
}

proptest! {
    #[test]
    fn learning_more_never_turns_a_verdict_round(expr in arbitrary_expr(), values: [Option<bool>; 3], fill: [bool; 3]) {
        let before = evaluate(&expr, &table(values)).value;
        let filled = std::array::from_fn(|at| Some(values[at].unwrap_or(fill[at])));
        let after = evaluate(&expr, &table(filled)).value;
        prop_assert!(after.is_some(), "nothing is missing any more");
        prop_assert!(before.is_none() || before == after);
    }

    #[test]
    fn a_verdict_has_reasons_or_names_what_is_missing_never_both(expr in arbitrary_expr(), values: [Option<bool>; 3]) {
        let verdict = evaluate(&expr, &table(values));
        prop_assert_eq!(verdict.value.is_none(), !verdict.missing.is_empty());
        prop_assert!(verdict.because.is_empty() || verdict.missing.is_empty());
    }

    #[test]
    fn de_morgan_holds_with_unknowns(left in arbitrary_expr(), right in arbitrary_expr(), values: [Option<bool>; 3]) {
        let (l, r) = (Box::new(left), Box::new(right));
        let not = |e: Box<Expr>| Box::new(Expr::Not(e));
        let one = evaluate(&Expr::Not(Box::new(Expr::And(l.clone(), r.clone()))), &table(values)).value;
        let other = evaluate(&Expr::Or(not(l), not(r)), &table(values)).value;
        prop_assert_eq!(one, other);
    }
}

#[test]
fn what_does_not_arise_is_not_so_and_only_its_opposite_holds() {
    let not_so = Table(vec![("x", Known::NotSo), ("n", Known::NotSo), ("y", Known::YesNo(true))]);
    let option = Literal::Option("a".to_owned());
    let number = || Box::new(Expr::Compare(subject("n"), Comparison::More, Literal::Number(5)));
    let and = |one: Expr, other: Expr| Expr::And(Box::new(one), Box::new(other));
    let or = |one: Expr, other: Expr| Expr::Or(Box::new(one), Box::new(other));
    for (expr, value) in [
        (holds("x"), false),
        (Expr::Compare(subject("x"), Comparison::Equal, option.clone()), false),
        (Expr::Compare(subject("x"), Comparison::NotEqual, option.clone()), true),
        (Expr::AnyOf(subject("x"), vec![option]), false),
        (Expr::Compare(subject("n"), Comparison::Less, Literal::Number(5)), false),
        (Expr::Compare(subject("n"), Comparison::AtLeast, Literal::Number(5)), false),
        (Expr::Against(subject("n"), Comparison::More, subject("y")), false),
        (Expr::Has(subject("x").id().clone()), false),
        (Expr::Possible(Box::new(holds("x"))), false),
        (Expr::Not(Box::new(holds("x"))), true),
        (Expr::Not(number()), true),
        (and(holds("x"), holds("y")), false),
        (or(holds("x"), holds("y")), true),
    ] {
        assert_eq!(evaluate(&expr, &not_so).value, Some(value), "{expr:?}");
    }
    assert_eq!(evaluate(&or(holds("x"), holds("z")), &not_so).value, None, "what nobody knows stays unknown beside it");
}

#[test]
fn a_yes_that_only_rests_on_what_does_not_arise_holds_by_elimination() {
    let facts = Table(vec![("x", Known::NotSo), ("y", Known::YesNo(true))]);
    let not_x = || Expr::Not(Box::new(holds("x")));
    let alone = evaluate(&not_x(), &facts);
    assert!(alone.is_by_elimination());
    assert_eq!(alone.on_record().value, Some(false));
    let both = evaluate(&Expr::And(Box::new(not_x()), Box::new(holds("y"))), &facts);
    assert!(!both.is_by_elimination(), "an answer speaks for it, too");
    assert_eq!(both.on_record().value, Some(true));
}
