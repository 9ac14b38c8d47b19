//! The playbooks that are compiled in, and what a list shows of them.

use breachbook::playbook::bundled::{bundled_source, summary};
use breachbook::playbook::{bundled_text, index, load, load_bundled};

#[test]
fn every_bundled_playbook_loads_without_a_problem_and_is_named_after_its_file() {
    for summary in index() {
        let source = bundled_source(&summary.id).expect("the file has the name of the id");
        let loaded = load(std::slice::from_ref(&source));
        assert_eq!(loaded.rendered(&[source]), "", "{}", summary.id);
        let playbook = loaded.playbook.unwrap();
        assert_eq!(playbook.id.as_str(), summary.id);
        assert_eq!((playbook.title, playbook.source.version), (summary.title, summary.version));
    }
}

#[test]
fn the_head_is_read_without_the_rest() {
    let text = "schema = 1\n# [playbook]\n[playbook]\nid = \"x\"\ntitle = \"X\\u001b\"\n[playbook.source]\n\
                organisation = \"Example\"\n[[phase]]\nthis is not TOML";
    let found = summary(text).unwrap();
    assert_eq!((found.id.as_str(), found.title.as_str()), ("x", "X<U+001B>"));
    assert_eq!((found.organisation.as_str(), found.version), ("Example", None));
    assert_eq!(summary("schema = 1"), None);
}

#[test]
fn a_path_is_not_the_id_of_a_bundled_playbook() {
    assert!(bundled_text("../Cargo").is_none());
    assert!(load_bundled("no_such_playbook").is_none());
}
