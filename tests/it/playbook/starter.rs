//! The commented playbook to begin with.

use breachbook::playbook::{STARTER, load};
use breachbook::source::Source;

#[test]
fn the_starter_loads_without_a_problem() {
    let sources = [Source::new("starter.toml", STARTER)];
    let loaded = load(&sources);
    assert_eq!(loaded.rendered(&sources), "");
    assert_eq!(loaded.playbook.unwrap().items.len(), 8);
}

#[test]
fn what_is_commented_out_fits_in_as_it_stands() {
    let begins = |line: &&str| line.starts_with("# [[");
    let with_tables = |paragraph: &str| {
        if !paragraph.lines().any(|line| begins(&line)) {
            return paragraph.to_owned();
        }
        let lines = paragraph.lines().skip_while(|line| !begins(line));
        lines.map(|line| line.strip_prefix("# ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
    };
    let text = STARTER.split("\n\n").map(with_tables).collect::<Vec<_>>().join("\n\n");
    let sources = [Source::new("starter.toml", text)];
    let loaded = load(&sources);
    assert_eq!(loaded.rendered(&sources), "");
    let playbook = loaded.playbook.unwrap();
    assert_eq!((playbook.items.len(), playbook.scales.len(), playbook.clocks.len()), (12, 1, 1));
}

#[test]
fn the_starter_fits_an_editor_of_ordinary_width() {
    for line in STARTER.lines() {
        assert!(breachbook::base::text::width(line) <= 120, "{line}");
    }
}
