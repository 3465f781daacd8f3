"""Variations of the told stories: hundreds of clusters, each with a name that a person can read."""

from reviewer_app.demo.variation import stories
from reviewer_app.domain.catalogue import Catalogue


def test_more_clusters_than_there_are_names_of_two_parts_keep_short_names(catalogue: Catalogue) -> None:
    names = [story.text("cluster.cluster_name") for story in stories(catalogue, 750, 1)]
    assert len(names) == 750
    assert max(map(len, names)) < 60
    assert [name for name in names if name.endswith(" Nord")] == []
