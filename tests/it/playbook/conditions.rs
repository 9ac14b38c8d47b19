//! What conditions mean once they are read, and what is said about those that cannot be.

use breachbook::base::{ItemId, Money};
use breachbook::playbook::condition::{Comparison, Condition, Expr, Known, Literal, Names, Subject, read};
use breachbook::playbook::question::AnswerType;
use breachbook::source::{Code, Source};

fn names() -> Names {
    let mut names = Names::default();
    let types = [
        ("lost", AnswerType::YesNo),
        ("found", AnswerType::YesNo),
        ("affected", AnswerType::Number),
        ("residents", AnswerType::Number),
        ("cost", AnswerType::Money),
        ("outage", AnswerType::Duration),
        ("story", AnswerType::Text),
    ];
    for (id, answer) in types {
        names.declare(id, Known::Question { answer, options: Vec::new(), currency: *b"USD" });
    }
    names.declare("fine", Known::Question { answer: AnswerType::Money, options: Vec::new(), currency: *b"AUD" });
    for (id, answer) in [("source", AnswerType::OneOf), ("kinds", AnswerType::ManyOf)] {
        let options = vec!["staff".to_owned(), "parent".to_owned()];
        names.declare(id, Known::Question { answer, options, currency: *b"USD" });
    }
    names.declare("serious", Known::Rule);
    names.declare("press", Known::Decision(vec!["tell".to_owned(), "wait".to_owned()]));
    names
}

fn id(text: &str) -> ItemId {
    ItemId::new(text).unwrap()
}

fn holds(name: &str) -> Expr {
    Expr::Holds(Subject::Answer(id(name)))
}

fn not(inner: Expr) -> Expr {
    Expr::Not(Box::new(inner))
}

fn parsed(text: &str) -> Expr {
    Condition::parse(text, &names()).unwrap().root
}

/// The first fault: its code, the words it points to, and what is said.
fn fault(text: &str) -> (Code, &str, String) {
    let (_, faults) = read(text, &names());
    let fault = faults.into_iter().next().expect("a fault");
    (fault.code, &text[fault.range], fault.help.unwrap_or(fault.message))
}

#[test]
fn and_binds_closer_than_or_and_not_closest() {
    let expected =
        Expr::Or(Box::new(holds("lost")), Box::new(Expr::And(Box::new(holds("found")), Box::new(not(holds("lost"))))));
    assert_eq!(parsed("lost || found && !lost"), expected);
    assert_eq!(parsed("lost || (found && (!(lost)))"), expected);
    assert_ne!(parsed("(lost || found) && !lost"), expected);
}

#[test]
fn a_comparison_written_the_other_way_round_is_turned() {
    let affected = || Subject::Answer(id("affected"));
    assert_eq!(parsed("100 < affected"), Expr::Compare(affected(), Comparison::More, Literal::Number(100)));
    assert_eq!(parsed("100_000 >= affected"), Expr::Compare(affected(), Comparison::AtMost, Literal::Number(100_000)));
}

#[test]
fn two_questions_of_one_type_are_compared_with_one_another() {
    let (residents, affected) = (Subject::Answer(id("residents")), Subject::Answer(id("affected")));
    assert_eq!(parsed("residents > affected"), Expr::Against(residents.clone(), Comparison::More, affected.clone()));
    assert_eq!(parsed("residents > affected").subjects(), [residents, affected]);
    assert_eq!(read("affected > affected", &names()).1.len(), 1, "a question is not compared with itself");
}

#[test]
fn amounts_are_exact_and_spans_are_seconds() {
    let cents = Money { currency: *b"USD", cents: 10_000_001 };
    let cost = Subject::Answer(id("cost"));
    assert_eq!(parsed("cost > usd(100_000.01)"), Expr::Compare(cost, Comparison::More, Literal::Money(cents)));
    let outage = Subject::Answer(id("outage"));
    assert_eq!(parsed("outage >= hours(4)"), Expr::Compare(outage, Comparison::AtLeast, Literal::Duration(14_400)));
}

#[test]
fn options_are_looked_for_in_sets_and_lists() {
    let staff = || Literal::Option("staff".to_owned());
    let parent = Literal::Option("parent".to_owned());
    assert_eq!(parsed("\"staff\" in kinds"), Expr::AnyOf(Subject::Answer(id("kinds")), vec![staff()]));
    let listed = Expr::AnyOf(Subject::Answer(id("source")), vec![staff(), parent]);
    assert_eq!(parsed("source in ['staff', \"parent\"]"), listed);
}

#[test]
fn comparing_with_true_is_the_thing_itself() {
    assert_eq!(parsed("lost == true"), holds("lost"));
    assert_eq!(parsed("lost != true"), not(holds("lost")));
    assert_eq!(parsed("false == rule.serious"), not(Expr::Holds(Subject::Rule(id("serious")))));
}

#[test]
fn a_fault_points_to_the_words_that_are_wrong() {
    let cases = [
        ("lots", Code::ConditionUnknownName, "lots", "Did you mean `lost`?"),
        ("lost && serious", Code::ConditionUnknownName, "serious", "`serious` is a rule: written `rule.serious`."),
        ("rule.lost", Code::ConditionUnknownName, "rule.lost", "`lost` is a question: written `lost`."),
        ("roles.serious", Code::ConditionUnknownName, "roles.serious", "Did you mean `rule`?"),
        ("source == \"staf\"", Code::ConditionUnknownOption, "\"staf\"", "Did you mean `staff`?"),
        (
            "source == staff",
            Code::ConditionType,
            "source == staff",
            "A value in words needs quotes: `source == \"staff\"`.",
        ),
        (
            "lost == found",
            Code::ConditionType,
            "lost == found",
            "Two questions can be compared if both are answered with a number, an amount, a span of time or a time.",
        ),
        ("affected > cost", Code::ConditionType, "affected > cost", "Compare two questions of one type."),
        ("cost > fine", Code::ConditionType, "cost > fine", "Amounts of two currencies are never compared."),
        ("affected > residnts", Code::ConditionUnknownName, "residnts", "Did you mean `residents`?"),
        ("kinds == \"staff\"", Code::ConditionType, "kinds == \"staff\"", "Ask for each: `\"...\" in kinds`."),
        ("affected > \"many\"", Code::ConditionType, "\"many\"", "`affected` is compared with a number, such as 100."),
        ("affected > 10.5", Code::ConditionType, "10.5", "`10.5` is not a whole number."),
        (
            "cost > 100",
            Code::ConditionType,
            "100",
            "`cost` is compared with an amount with its currency, such as usd(100_000).",
        ),
        (
            "outage > weeks(4)",
            Code::ConditionType,
            "weeks(4)",
            "Known: has(...), minutes(...), hours(...), days(...), and currencies such as usd(...).",
        ),
        ("story == \"x\"", Code::ConditionType, "\"x\"", "Whether it is answered is `has(story)`."),
        ("decision.press", Code::ConditionType, "decision.press", "Compare it: `decision.press == \"tell\"`."),
        (
            "has(rule.serious)",
            Code::ConditionType,
            "rule.serious",
            "`has(...)` takes a question; what is not a question is known or not by itself.",
        ),
        ("source > \"staff\"", Code::ConditionType, "\"staff\"", "Options have no order; use == or !=."),
        ("lost &", Code::ConditionSyntax, "&", "`and` is written `&&`."),
        ("lost AND found", Code::ConditionSyntax, "AND", "`and` is written `&&`."),
        ("source == “staff”", Code::ConditionSyntax, "“", "Use straight quotes: \"...\""),
        ("affected + 1 > 2", Code::ConditionSyntax, "+", "Conditions do not calculate."),
        ("1 < affected < 5", Code::ConditionSyntax, "<", "`<` does not fit here."),
        ("", Code::ConditionSyntax, "", "The condition ends where something is still expected."),
        ("source in []", Code::ConditionType, "[]", "This list is empty, so nothing is ever in it."),
    ];
    for (text, code, words, said) in cases {
        assert_eq!(fault(text), (code, words, said.to_owned()), "{text}");
    }
}

#[test]
fn every_fault_of_a_condition_is_found() {
    let (_, faults) = read("lots && affected > \"x\" || source == \"nobody\"", &names());
    assert_eq!(faults.len(), 3);
}

#[test]
fn another_currency_is_a_warning_and_the_condition_is_kept() {
    let condition = Condition::parse("cost > aud(5)", &names());
    assert!(condition.is_ok());
    assert_eq!(fault("cost > aud(5)").0, Code::CurrencyDiffers);
}

#[test]
fn depth_and_length_are_bounded() {
    let deep = format!("{}lost", "!".repeat(100));
    assert_eq!(fault(&deep).0, Code::ConditionTooDeep);
    let long = vec!["lost"; 400].join(" && ");
    assert_eq!(fault(&long).0, Code::ConditionTooDeep);
}

#[test]
fn every_idiom_of_the_manual_can_be_written_as_it_stands() {
    const MANUAL: &str = include_str!("../../playbooks/docs-head.md");
    let source = [Source::new("library.toml", include_str!("../../playbooks/good/library.toml"))];
    let names = Names::of(&breachbook::playbook::load(&source).playbook.unwrap());
    let (_, idioms) = MANUAL.split_once("## Idioms of conditions").unwrap();
    let rows = idioms.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| What is wanted"));
    let mut tried = 0;
    for row in rows {
        let written = row.replace("\\|", "/").split('|').nth(2).unwrap().replace('/', "|");
        for condition in written.split('`').skip(1).step_by(2) {
            assert!(
                Condition::parse(condition, &names).is_ok(),
                "{condition}: {:?}",
                Condition::parse(condition, &names)
            );
            tried += 1;
        }
    }
    assert!(tried >= 14, "{tried}");
}
