//! Numbers, amounts and spans as people type them, and their stored form.

use breachbook::base::digits::of_whole;
use breachbook::base::span::{parse_typed, short};
use breachbook::base::text::singular;
use breachbook::base::{Count, Money, Sum};

#[test]
fn a_range_that_runs_backwards_or_an_empty_count_is_refused() {
    for bad in ["", "120-80", "-5", "many", "12.5", "9999999999999999", "fewer than 0", "1001,400", "over"] {
        assert_eq!(Count::parse_typed(bad), None, "{bad:?}");
    }
    for good in ["0", "120", "about 120", "80 to 120", "more than 100", "at least 100", "fewer than 100", "up to 100"] {
        assert_eq!(Count::parse_typed(good).unwrap().to_text(), good);
    }
    assert_eq!(Count::parse_typed("80-120"), Some(Count::Range(80, 120)));
}

#[test]
fn the_words_that_people_use_for_ranges_are_read() {
    for (typed, stored) in [
        ("between 80 and 120", "80 to 120"),
        ("about 80 to 120", "80 to 120"),
        ("Over 1,000", "more than 1000"),
        (">100", "more than 100"),
        (">= 100", "at least 100"),
        ("100+", "at least 100"),
        ("less than 100", "fewer than 100"),
        ("no more than 100", "up to 100"),
        ("at most 100", "up to 100"),
        ("roughly 100", "about 100"),
    ] {
        assert_eq!(Count::parse_typed(typed).map(Count::to_text).as_deref(), Some(stored), "{typed}");
    }
}

#[test]
fn more_than_a_hundred_begins_at_a_hundred_and_one() {
    assert_eq!(Count::parse_typed("more than 100").unwrap().bounds(), (101, u64::MAX));
    assert_eq!(Count::parse_typed("fewer than 100").unwrap().bounds(), (0, 99));
}

#[test]
fn a_sign_sets_off_groups_of_three_digits_only() {
    for good in ["1001400", "1,001,400", "1_001_400", "1 001 400"] {
        assert_eq!(of_whole(good).as_deref(), Some("1001400"), "{good}");
    }
    for bad in ["1001,400", "1,40", "1,4000", ",400", "1,001_400", "1,,400", "1,400,", "", "-5", "1.400"] {
        assert_eq!(of_whole(bad), None, "{bad:?}");
    }
}

#[test]
fn an_amount_is_exact_to_the_cent_and_reads_back() {
    fn read(text: &str) -> Option<Money> {
        Money::parse_typed(text, *b"USD")
    }
    assert_eq!(read("$100,000.01").unwrap().cents, 10_000_001);
    assert_eq!(read("AUD 250").unwrap().to_string(), "AUD 250.00");
    assert_eq!(read("1_000.5 usd").unwrap().to_string(), "USD 1,000.50");
    let amount = read("123456789.99").unwrap();
    assert_eq!(read(&amount.to_string()), Some(amount));
    for bad in ["", "about 5", "1.234", "-5", "5 dollars", "US$ 5 AUD"] {
        assert_eq!(read(bad), None, "{bad:?}");
    }
}

#[test]
fn an_estimate_or_a_range_of_money_reads_back_in_its_own_words() {
    for (typed, stored) in [
        ("about 100,000", "about USD 100,000.00"),
        ("80,000 to 120,000", "USD 80,000.00 to USD 120,000.00"),
        ("between $80,000 and $120,000.50", "USD 80,000.00 to USD 120,000.50"),
        ("80,000 to 120,000 AUD", "AUD 80,000.00 to AUD 120,000.00"),
        ("AUD 80,000 to 120,000", "AUD 80,000.00 to AUD 120,000.00"),
        ("over $100,000", "more than USD 100,000.00"),
        ("under 5", "less than USD 5.00"),
        ("5", "USD 5.00"),
    ] {
        let read = Sum::parse_typed(typed, *b"USD").unwrap_or_else(|| panic!("{typed}"));
        assert_eq!(read.to_text(), stored);
        assert_eq!(Sum::parse_typed(stored, *b"USD"), Some(read), "{stored}");
    }
    for bad in ["AUD 5 to USD 6", "6 to 5", "less than 0", "about", "1001,400"] {
        assert_eq!(Sum::parse_typed(bad, *b"USD"), None, "{bad}");
    }
}

#[test]
fn two_currencies_are_not_compared() {
    let amount = |t| Money::parse_typed(t, *b"USD").unwrap();
    assert_eq!(amount("5").compare(amount("AUD 5")), None);
}

#[test]
fn a_span_without_a_unit_is_refused() {
    assert_eq!(parse_typed("90"), None);
    assert_eq!(parse_typed("1h 30m"), Some(5400));
    assert_eq!(parse_typed("an hour"), Some(3600));
    assert_eq!(parse_typed("a minute"), Some(60));
    assert_eq!(parse_typed("half an hour"), Some(1800));
}

#[test]
fn spans_read_at_a_glance() {
    let shown: Vec<_> = [0, 59, 60, 3599, 3600, 11_100, 86_400, 187_200, -61].iter().map(|s| short(*s)).collect();
    assert_eq!(shown, ["0 s", "59 s", "1 min", "59 min", "1 h 00 min", "3 h 05 min", "1 d 0 h", "2 d 4 h", "-1 min"]);
}

#[test]
fn a_count_and_its_noun_agree() {
    let persons = |typed: &str| Count::parse_typed(typed).unwrap().counted("person", "persons");
    for (typed, said) in [
        ("1", "1 person"),
        ("0", "0 persons"),
        ("about 1", "about 1 person"),
        ("up to 1", "up to 1 person"),
        ("0 to 1", "0 to 1 person"),
        ("1 to 2", "1 to 2 persons"),
        ("about 480", "about 480 persons"),
    ] {
        assert_eq!(persons(typed), said);
    }
    for (plural, one) in [
        ("individuals", "individual"),
        ("affected individuals", "affected individual"),
        ("e-mails", "e-mail"),
        ("copies", "copy"),
        ("boxes", "box"),
        ("addresses", "address"),
        ("people", "person"),
        ("calls to the hotlines", "call to the hotlines"),
        ("pieces of evidence", "piece of evidence"),
        ("status", "status"),
        ("staff", "staff"),
    ] {
        assert_eq!(singular(plural), one);
    }
}
