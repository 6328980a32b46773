/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a font down to some of its glyphs. */
#include "yc-sheet-cut-private.h"

#include <hb-subset.h>

/* Shapes are all a sheet needs: text is laid out already, and each glyph comes with its characters. */
static hb_subset_input_t *
create_input (const hb_set_t *glyphs)
{
  static const hb_tag_t dropped[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'),
    HB_TAG ('B', 'A', 'S', 'E'), HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('v', 'h', 'e', 'a'),
    HB_TAG ('v', 'm', 't', 'x'), HB_TAG ('D', 'S', 'I', 'G'),
  };
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_set_t *drop;

  if (input == NULL)
    return NULL;
  drop = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (gsize i = 0; i < G_N_ELEMENTS (dropped); i++)
    hb_set_add (drop, dropped[i]);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_DESUBROUTINIZE);
  hb_set_union (hb_subset_input_glyph_set (input), glyphs);

  return input;
}

static hb_user_data_key_t bare_key;

static hb_blob_t *
reference_table (hb_face_t *bare, hb_tag_t tag, void *face)
{
  return tag != HB_TAG ('c', 'm', 'a', 'p') ? hb_face_reference_table (face, tag) : NULL;
}

static void
destroy_bare (void *bare)
{
  hb_face_destroy (bare);
}

/* The same font without its table of characters, which HarfBuzz would go through for every cut, though it is
 * asked for glyphs: that takes longer than all else. (transfer none): lives as long as @face. */
static hb_face_t *
get_bare (hb_face_t *face)
{
  hb_face_t *bare = hb_face_get_user_data (face, &bare_key);

  if (bare != NULL)
    return bare;
  bare = hb_face_create_for_tables (reference_table, face, NULL);
  hb_face_set_upem (bare, hb_face_get_upem (face));
  hb_face_set_user_data (face, &bare_key, bare, destroy_bare, TRUE);

  return bare;
}

/* @renumbered: (out) (transfer full): the glyphs' new numbers by their old ones. Returns:
 * (transfer full): the cut-down font; NULL when HarfBuzz cannot. The caller holds yc_sheet_lock(). */
hb_face_t *
yc_sheet_cut (hb_face_t       *face,
              const hb_set_t  *glyphs,
              hb_map_t       **renumbered)
{
  hb_subset_input_t *input = create_input (glyphs);
  hb_subset_plan_t *plan = NULL;
  hb_face_t *cut = NULL;

  if (input != NULL)
    plan = hb_subset_plan_create_or_fail (get_bare (face), input);
  if (plan != NULL)
    cut = hb_subset_plan_execute_or_fail (plan);
  if (cut != NULL)
    *renumbered = hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (plan));
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);

  return cut;
}
