"""The registration desk: check people in, print their badges, see who came; offline."""
