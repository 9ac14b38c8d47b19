//! When a disk with little room is told of.

use breachbook::base::Room;

#[test]
fn a_word_below_200_mb_and_a_warning_below_20_mb() {
    let said = |free| Room::of(Some(free)).words();
    assert_eq!(said(200_000_000), None);
    assert_eq!(said(199_999_999).unwrap(), "199 MB are free on the disk of this case.");
    assert!(!Room::of(Some(20_000_000)).is_hardly_any() && said(20_000_000).is_some());
    assert!(Room::of(Some(19_999_999)).is_hardly_any() && said(0).unwrap().contains(" 0 MB are free"));
    assert_eq!(Room::of(None).words(), None);
}

#[test]
fn only_less_room_is_news() {
    let (little, hardly) = (Room::of(Some(100_000_000)), Room::of(Some(1)));
    assert!(little.is_worse_than(Room::Enough) && hardly.is_worse_than(little));
    assert!(!little.is_worse_than(hardly) && !Room::of(Some(90_000_000)).is_worse_than(little));
}
