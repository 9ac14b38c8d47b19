//! The licences that the program prints.

use crate::support::program::Home;

#[test]
fn the_fonts_licence_is_printed_whole_and_each_crate_has_the_version_that_is_built_in() {
    let home = Home::new();
    let said = home.run(&["licences"]).out;
    assert!(said.contains("SIL OPEN FONT LICENSE") && said.trim_end().ends_with("FONT SOFTWARE."));
    assert!(said.contains("Permission is hereby granted"), "this program's own");
    let lock = include_str!("../../../Cargo.lock");
    let built_in = include_str!("../../../assets/licences.txt");
    assert!(built_in.lines().count() > 100);
    for line in built_in.lines() {
        let (known, licence) = line.split_once("  ").unwrap();
        let (name, version) = known.split_once(' ').unwrap();
        assert!(
            lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")),
            "{line}: .ci/licences --write"
        );
        assert!(!licence.is_empty() && said.contains(line), "{line}");
    }
}
