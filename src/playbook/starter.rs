//! What `playbook new` writes: a commented playbook that loads without a problem and is to be changed bit by bit.

/// The text of the starter.
pub const STARTER: &str = include_str!("../../assets/starter.toml");

#[cfg(test)]
mod tests {
    use super::STARTER;
    use crate::playbook::{Source, load};

    #[test]
    fn the_starter_loads_without_a_problem() {
        let sources = [Source::new("starter.toml", STARTER)];
        let loaded = load(&sources);
        assert_eq!(loaded.rendered(&sources), "");
        assert_eq!(loaded.playbook.unwrap().items.len(), 6);
    }

    #[test]
    fn the_starter_fits_an_editor_of_ordinary_width() {
        for line in STARTER.lines() {
            assert!(crate::base::text::width(line) <= 120, "{line}");
        }
    }
}
