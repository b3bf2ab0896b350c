"""Pure rules: values in, values out; no clock, disk, network or chance."""
