"""The matcher measured: order against judged pairs, twins, stuffing, injections, speed."""
