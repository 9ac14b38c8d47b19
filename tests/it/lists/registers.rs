//! Counters, hours, money and lists: what adds up, what is struck out, and what is refused.

use crate::lists::bench::{Bench, call, not_needed, task};
use crate::support::say::{self, Deed, v};
use breachbook::record::Draft;
use proptest::prelude::*;
use serde_json::json;

fn count(id: &str, amount: &str) -> Draft {
    say::count(id, amount)
}

fn row(row: &str) -> Draft {
    say::row("people", row)
}

fn strike(entry: &str) -> Draft {
    say::strike(entry).with(&v::strike::REASON, "Counted twice.")
}

#[test]
fn a_register_is_open_until_its_first_entry_and_then_goes_on() {
    let mut bench = Bench::open();
    assert_eq!(bench.state("mails"), "open");
    let empty = bench.of("registers", "mails");
    assert_eq!((&empty["total"], &empty["entries"], &empty["says"]), (&json!(null), &json!(0), &json!(null)));
    bench.record(&count("mails", "9"));
    bench.record(&count("mails", "5"));
    assert_eq!((bench.state("mails").as_str(), bench.value("mails").as_str()), ("continuing", "14 e-mails"));
    let mails = bench.of("registers", "mails");
    assert_eq!((&mails["kind"], &mails["total"], &mails["entries"]), (&json!("count"), &json!(14), &json!(2)));
}

#[test]
fn hours_and_money_add_up_each_in_its_own_unit() {
    let mut bench = Bench::open();
    assert_eq!(bench.state("hours_known"), "not-applicable");
    bench.record(&count("effort", "2h 30m"));
    bench.record(&count("effort", "50 min"));
    bench.record(&count("effort", "30h"));
    assert_eq!(bench.value("effort"), "33 h 20 min");
    assert_eq!(bench.state("hours_known"), "open", "has(register) holds from the first entry");
    bench.record(&count("cost", "$1,500.50"));
    bench.record(&count("cost", "EUR 20"));
    bench.record(&count("cost", "0.50"));
    assert_eq!(bench.value("cost"), "USD 1,501.00 + EUR 20.00");
}

#[test]
fn entries_only_add_and_say_what_they_take() {
    let mut bench = Bench::open();
    for (command, says) in [
        (count("mails", "-3"), "entries only add"),
        (count("mails", "about 20"), "whole number"),
        (count("effort", "3"), "with its unit"),
        (count("effort", "0min"), "adds nothing"),
        (count("cost", "much"), "amount"),
        (count("people", "3"), "record CASE row people"),
        (count("counties", "3"), "is a question, not a list"),
        (count("nothing", "3"), "no item"),
        (row("; email=x"), "name is empty"),
        (row("Ana; shoe=42"), "residence, current, email, address"),
        (row("Ana;residence=Ohio"), "holds the column residence"),
        (say::row("mails", "Ana"), "record CASE count mails"),
        (task("mails", None, Deed::Done("x".into())), "is a list, not a task"),
    ] {
        let said = bench.refused(&command);
        assert!(said.contains(says), "{command:?}: {said}");
    }
    bench.record(&count("mails", "0"));
    assert_eq!(bench.value("mails"), "0 e-mails", "zero that somebody counted is an entry");
}

#[test]
fn what_is_struck_out_counts_no_more_and_stays_in_the_log() {
    let mut bench = Bench::open();
    bench.record(&count("mails", "9"));
    let second = bench.record(&count("mails", "500"));
    bench.record(&strike(&second.name));
    assert_eq!(bench.value("mails"), "9 e-mails");
    let again = bench.refused(&strike(&second.recorded.id.to_string()));
    assert!(again.contains("struck out already"), "{again}");
    let opening = bench.name(1);
    assert!(bench.refused(&strike(&opening)).contains("cannot be struck out"));
    assert!(bench.refused(&strike("zz-99")).contains("no entry \"zz-99\""));
    assert_eq!(bench.session.state().register("mails").len(), 2);
    let first = bench.name(2);
    bench.record(&strike(&first));
    assert_eq!(bench.state("mails"), "open", "nothing counts any more, and that is not zero");
}

#[test]
fn a_register_can_be_ruled_out_and_comes_back_with_the_next_entry() {
    let mut bench = Bench::open();
    assert_eq!(bench.state("cost"), "to-be-decided");
    bench.record(&not_needed("cost", None));
    assert_eq!(bench.state("cost"), "ruled-out");
    bench.record(&count("cost", "12"));
    assert_eq!(bench.state("cost"), "continuing");
}

#[test]
fn rows_are_counted_by_value_and_by_method() {
    let mut bench = Bench::open();
    bench.record(&row("Ana Example; Residence=Missouri; current=Yes; email=ana@example.org"));
    bench.record(&row("Bo Example; residence=MISSOURI; postal address=1 Main St; email=bo@example.org"));
    bench.record(&row("Cy Example"));
    assert_eq!(bench.value("people"), "3 rows; 1 by letter, 1 by e-mail, 1 by none");
    let people = bench.of("registers", "people");
    assert_eq!(people["tallies"][0]["values"], json!([{ "value": "Missouri", "rows": 2 }, { "value": "", "rows": 1 }]));
    assert_eq!((&people["methods"][1]["id"], &people["methods"][1]["rows"]), (&json!("email"), &json!(1)));
    assert_eq!(people["no_method"], json!(1));
    let there = format!("in the list already, as entry {}", bench.name(2));
    assert!(bench.refused(&row("ana example")).contains(&there));
    assert_eq!(bench.value("write"), "0 of 3: Ana Example and 2 more wait", "a list gives its rows to tasks");
    let third = bench.name(4);
    bench.record(&strike(&third));
    assert_eq!(bench.value("write"), "0 of 2: Ana Example and 1 more wait");
}

#[test]
fn two_people_who_add_at_the_same_time_both_count_and_the_log_says_what_was_added() {
    let mut bench = Bench::open();
    let mut second = bench.second();
    bench.record(&count("mails", "3"));
    second.submit(&count("mails", "4")).unwrap();
    bench.session.refresh().unwrap();
    assert_eq!(bench.value("mails"), "7 e-mails");
    bench.answer("counties", "Boone County");
    bench.record(&call("sheriff", None, "reached"));
    let told: Vec<_> = bench
        .session
        .state()
        .log
        .iter()
        .map(|row| {
            let told =
                breachbook::page::log::describe(Some(bench.session.playbook()), &row.recorded, bench.session.now());
            format!("{}: {}", told.kind, told.value)
        })
        .collect();
    assert!(told.contains(&"added: 3 e-mails".to_owned()), "{told:?}");
    assert!(told.contains(&"called: Sheriff: reached; for Boone County".to_owned()), "{told:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_total_is_the_sum_of_the_entries_that_were_not_struck_out(
        amounts in prop::collection::vec((0_u64..1_000_000, any::<bool>()), 1..10)
    ) {
        let mut bench = Bench::open();
        let mut sum = 0;
        for (amount, out) in &amounts {
            let receipt = bench.record(&count("mails", &amount.to_string()));
            if *out {
                bench.record(&strike(&receipt.recorded.id.to_string()));
            } else {
                sum += amount;
            }
        }
        let left = amounts.iter().filter(|(_, out)| !out).count();
        let mails = bench.of("registers", "mails");
        prop_assert_eq!(&mails["entries"], &json!(left));
        prop_assert_eq!(&mails["total"], &if left == 0 { json!(null) } else { json!(sum) });
    }
}
