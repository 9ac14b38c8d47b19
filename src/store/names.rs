//! Calm words for the names of case folders: easy to say over a telephone, to spell, and to tell apart; never about the case.

/// The words, in order.
#[rustfmt::skip]
pub const WORDS: [&str; 200] = [
    "acorn", "agate", "almond", "amber", "anchor", "antler", "apple", "apricot", "arbour", "arch", "aspen", "atlas",
    "autumn", "azure", "bamboo", "barley", "basil", "bayleaf", "beacon", "beech", "bellflower", "birch", "blossom",
    "bluebell", "bramble", "branch", "breeze", "brook", "buckwheat", "cactus", "camellia", "candle", "canyon",
    "caramel", "cardinal", "carousel", "cedar", "chalk", "cherry", "chestnut", "cinnamon", "citrus", "clover", "cobalt",
    "coconut", "copper", "coral", "cornflower", "cotton", "cove", "crane", "crocus", "crystal", "cypress", "daffodil",
    "dahlia", "daisy", "dandelion", "dolphin", "driftwood", "dune", "ebony", "ember", "emerald", "fennel", "fern",
    "fjord", "flax", "flint", "forest", "fountain", "foxglove", "freesia", "garden", "garnet", "gentian", "geranium",
    "ginger", "glacier", "granite", "grove", "gull", "hamlet", "harbour", "harvest", "hazel", "heather", "hedgerow",
    "heron", "hickory", "hillside", "honey", "horizon", "indigo", "iris", "island", "ivory", "jade", "jasmine",
    "jasper", "juniper", "kestrel", "lagoon", "lantern", "larch", "larkspur", "laurel", "lavender", "lemon", "lichen",
    "lighthouse", "lilac", "linden", "linen", "lotus", "lupin", "magnolia", "mallow", "mango", "maple", "marigold",
    "marina", "meadow", "melon", "mineral", "mint", "mirror", "moonstone", "mosaic", "moss", "mulberry", "myrtle",
    "nectar", "nettle", "nutmeg", "oatmeal", "olive", "onyx", "opal", "orange", "orchard", "orchid", "osprey", "paddle",
    "palm", "papaya", "peach", "pebble", "pepper", "petal", "pine", "pond", "poplar", "poppy", "prairie", "primrose",
    "quarry", "quartz", "raspberry", "redwood", "reed", "ridge", "river", "robin", "rosemary", "rowan", "ruby",
    "saffron", "sage", "sapphire", "sequoia", "shell", "silver", "skylark", "slate", "spruce", "starling", "summit",
    "sunflower", "sycamore", "teal", "thistle", "thyme", "topaz", "tulip", "turquoise", "valley", "vanilla", "velvet",
    "verbena", "violet", "walnut", "waterfall", "wheat", "willow", "windmill", "winter", "wisteria", "yarrow", "zephyr",
];
