"""Indonesian and English words: normalise, tokenise, stem; dates, money, phones, places."""
