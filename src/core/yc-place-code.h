/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of places: what lies within what (GB/T 2260 and the statistical codes below it). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yc_place_code_is_valid:
 * @code: (nullable): a text
 *
 * Returns: whether @code has the form of a place's code: 6, 9 or 12 digits
 */
gboolean yc_place_code_is_valid  (const char *code);

/**
 * yc_place_code_is_within:
 * @code: (nullable): a place's code
 * @around: (nullable): the code of a village, town, district, city or province
 *
 * Goes by the codes alone: those of the places below begin with the code of the place around them,
 * without the pairs of zeros at the end of a city's or province's six digits.
 *
 * Returns: whether @code is @around or lies in it; %FALSE when one of them is no place's code
 */
gboolean yc_place_code_is_within (const char *code,
                                  const char *around);

/**
 * yc_place_code_list_around:
 * @code: (nullable): a place's code
 *
 * Goes by the codes alone, as yc_place_code_is_within() does.
 *
 * Returns: (transfer full): the codes of the province, city, district and town around it, whether there
 *   are such places or not, and @code itself at the end; empty when it is no place's code
 */
GStrv    yc_place_code_list_around (const char *code);

G_END_DECLS
