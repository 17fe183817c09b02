"""Hangul in Latin letters, syllable by syllable: quick enough to try every window of a sentence by.

Revised Romanisation of Korean (2000) without its rules of assimilation, which names keep out of sight.
"""

from functools import lru_cache

_FIRST, _SYLLABLES = 0xAC00, 11172
# In the order of Unicode, cut at commas; nothing for a silent one.
_ONSETS = "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".split(",")  # noqa: SIM905 -- as a list it would fill three lines
_VOWELS = "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".split(",")  # noqa: SIM905 -- as above
_CODAS = ",k,k,k,n,n,n,t,l,l,l,l,l,l,l,l,m,p,p,t,t,ng,t,t,k,t,p,t".split(",")  # noqa: SIM905 -- as above
_EACH_ONSET, _EACH_VOWEL = 588, 28  # how Unicode orders the syllables


@lru_cache(maxsize=65536)
def romaja(hangul: str) -> str:
    """Write Hangul in Latin letters; everything else stays."""
    return "".join(map(syllable, hangul))


def syllable(sign: str) -> str:
    """Write one syllable."""
    code = ord(sign) - _FIRST
    if not 0 <= code < _SYLLABLES:
        return sign
    onset, rest = divmod(code, _EACH_ONSET)
    return _ONSETS[onset] + _VOWELS[rest // _EACH_VOWEL] + _CODAS[rest % _EACH_VOWEL]
