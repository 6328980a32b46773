/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a font down to some of its glyphs. */
#include "yc-sheet-cut-private.h"

#include <hb-subset.h>

/* Shapes are all a sheet needs: text is laid out already. */
static hb_subset_input_t *
create_input (const hb_set_t *glyphs, gboolean keep_numbers)
{
  static const hb_tag_t dropped[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('v', 'h', 'e', 'a'),
    HB_TAG ('v', 'm', 't', 'x'), HB_TAG ('D', 'S', 'I', 'G'),
  };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  guint flags = HB_SUBSET_FLAGS_DESUBROUTINIZE;
  hb_set_t *drop;

  if (input == NULL)
    return NULL;
  drop = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (gsize i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (drop, dropped[i]);
  if (keep_numbers)
    flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  hb_subset_input_set_flags (input, flags);
  hb_set_union (hb_subset_input_glyph_set (input), glyphs);

  return input;
}

/* @renumbered: (out) (optional) (transfer full): the glyphs' new numbers by their old ones. Returns:
 * (transfer full): the cut-down font; NULL when HarfBuzz cannot. */
hb_face_t *
yc_sheet_cut (hb_face_t       *face,
              const hb_set_t  *glyphs,
              gboolean         keep_numbers,
              hb_map_t       **renumbered)
{
  hb_subset_input_t *input = create_input (glyphs, keep_numbers);
  hb_subset_plan_t *plan = NULL;
  hb_face_t *cut = NULL;

  if (input != NULL)
    plan = hb_subset_plan_create_or_fail (face, input);
  if (plan != NULL)
    cut = hb_subset_plan_execute_or_fail (plan);
  if (cut != NULL && renumbered != NULL)
    *renumbered = hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (plan));
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);

  return cut;
}
