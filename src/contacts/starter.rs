//! What `contacts new` writes: a commented phone list of invented people that is to be changed bit by bit.

pub const STARTER: &str = include_str!("../../assets/contacts.toml");

#[cfg(test)]
mod tests {
    use super::STARTER;
    use crate::contacts::{load, review};
    use crate::playbook::load_bundled;
    use crate::source::Source;

    #[test]
    fn the_starter_loads_without_a_mistake_and_warns_only_of_what_its_owner_has_to_do() {
        let file = load(Source::new("contacts.toml", STARTER));
        assert_eq!(file.rendered(&file.problems), "");
        let trinity = load_bundled("trinity").unwrap().playbook.unwrap();
        let today = "2026-11-22".parse().unwrap();
        let codes: Vec<_> =
            review(&file.list, &[&trinity], today).into_iter().map(|problem| problem.code.word()).collect();
        assert_eq!(codes, ["role-without-holder"]);
    }

    #[test]
    fn the_starter_fits_an_editor_of_ordinary_width() {
        for line in STARTER.lines() {
            assert!(crate::base::text::width(line) <= 120, "{line}");
        }
    }
}
