"""The weights of a shipped reader, read back out of its ONNX file to train it further.

Bytes give them with an error of a half in a hundred: the doubts before and after agree at .99.
"""

from itertools import chain

import numpy as np
import onnx
import torch
from onnx import numpy_helper

_CHAIN = 5  # nodes at most between a product and the sum with its bias


def weights(path):
    """Give the weights by the names that `train_reader.Reader` has for them."""
    model = onnx.load(path)
    stored = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    whole = ((name, value) for name, value in stored.items() if name.endswith((".weight", ".bias")))
    found = chain(whole, tables(stored), products(model.graph, stored))
    return {name.removeprefix("reader."): torch.tensor(value) for name, value in found}


def tables(stored):
    """Yield what is looked up: pieces, places, sides and marks."""
    for name in stored:
        if name.endswith(".weight_quantized"):
            yield name.removesuffix("_quantized"), read_back(stored, name.removesuffix("_quantized"))


def products(graph, stored):
    """Yield the matrices, whose names the export has lost, by the name of the bias that is added to each."""
    users = {name: node for node in graph.node for name in node.input}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            matrix = node.input[1].removesuffix("_quantized")
            yield bias_of(node, users).replace("bias", "weight"), read_back(stored, matrix).T


def bias_of(node, users):
    """Give the name of the bias that is added to a node's product."""
    for _step in range(_CHAIN):
        node = users[node.output[0]]
        biases = [name for name in node.input if name.endswith(".bias")]
        if biases:
            return biases[0]
    raise SystemExit(f"{node.name}: no bias; was this file written by train_reader.py?")


def read_back(stored, name):
    """Turn bytes into numbers again."""
    low = stored[f"{name}_zero_point"].astype(np.float32)
    return (stored[f"{name}_quantized"].astype(np.float32) - low) * stored[f"{name}_scale"]
