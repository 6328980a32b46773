/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formulas over variables that have a few values each: every formula is made once and has a number, so
 * that two formulas which say the same in the same words are one. */
#include "yc-list-formula-private.h"

#include <string.h>

typedef enum
{
  KIND_CONSTANT,
  KIND_IS_IN,
  KIND_ALL,
  KIND_ANY,
} Kind;

/* @words: of KIND_IS_IN the values as bits, else the parts by number */
typedef struct
{
  Kind    kind;
  guint   variable;
  guint   n_words;
  guint32 words[];
} Node;

struct _YcFormulas
{
  GArray     *n_values;
  GPtrArray  *nodes;
  GHashTable *numbers;
  /* For each variable and value the formulas that were asked for, with what is left of them. */
  GPtrArray  *memos;
  guint       work;
};

static const Node *
get_node (YcFormulas *self,
          YcFormula   formula)
{
  return g_bytes_get_data (self->nodes->pdata[formula], NULL);
}

static guint
count_words (YcFormulas *self,
             guint       variable)
{
  return (g_array_index (self->n_values, guint, variable) + 31) / 32;
}

/* The number of the node, which is copied when it is new. */
static YcFormula
intern (YcFormulas    *self,
        Kind           kind,
        guint          variable,
        const guint32 *words,
        guint          n_words)
{
  gsize size = sizeof (Node) + n_words * sizeof *words;
  g_autofree Node *node = g_malloc0 (size);
  g_autoptr (GBytes) key = NULL;
  gpointer number;

  node->kind = kind;
  node->variable = variable;
  node->n_words = n_words;
  if (n_words > 0)
    memcpy (node->words, words, n_words * sizeof *words);
  key = g_bytes_new_take (g_steal_pointer (&node), size);
  if (g_hash_table_lookup_extended (self->numbers, key, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_ptr_array_add (self->nodes, g_bytes_ref (key));
  g_hash_table_insert (self->numbers, g_steal_pointer (&key),
                       GUINT_TO_POINTER (self->nodes->len - 1));
  return self->nodes->len - 1;
}

static void
free_memos (gpointer memos)
{
  g_ptr_array_unref (memos);
}

static void
free_memo (gpointer memo)
{
  if (memo != NULL)
    g_hash_table_unref (memo);
}

YcFormulas *
yc_formulas_new (GArray *n_values)
{
  YcFormulas *self = g_new0 (YcFormulas, 1);

  self->n_values = g_array_ref (n_values);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->numbers = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                         (GDestroyNotify) g_bytes_unref, NULL);
  self->memos = g_ptr_array_new_with_free_func (free_memos);
  for (guint i = 0; i < n_values->len; i++)
    {
      GPtrArray *memos = g_ptr_array_new_with_free_func (free_memo);

      g_ptr_array_set_size (memos, (int) g_array_index (n_values, guint, i));
      g_ptr_array_add (self->memos, memos);
    }
  intern (self, KIND_CONSTANT, 0, NULL, 0);
  intern (self, KIND_CONSTANT, 1, NULL, 0);
  return self;
}

void
yc_formulas_free (YcFormulas *self)
{
  g_array_unref (self->n_values);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->memos);
  g_free (self);
}

/* Always and never are not said of a variable. */
static YcFormula
intern_set (YcFormulas    *self,
            guint          variable,
            const guint32 *words)
{
  guint n_values = g_array_index (self->n_values, guint, variable), n = 0;

  for (guint i = 0; i < n_values; i++)
    n += (words[i / 32] >> (i % 32)) & 1;
  if (n == 0 || n == n_values)
    return n == 0 ? YC_FORMULA_FALSE : YC_FORMULA_TRUE;
  return intern (self, KIND_IS_IN, variable, words, count_words (self, variable));
}

YcFormula
yc_formulas_is_in (YcFormulas     *self,
                   guint           variable,
                   const gboolean *is_in)
{
  g_autofree guint32 *words = g_new0 (guint32, count_words (self, variable) + 1);

  for (guint i = 0; i < g_array_index (self->n_values, guint, variable); i++)
    if (is_in[i])
      words[i / 32] |= 1u << (i % 32);
  return intern_set (self, variable, words);
}

/* What one part and another say of the same variable, in one. */
static YcFormula
join_sets (YcFormulas *self,
           Kind        kind,
           YcFormula   a,
           YcFormula   b)
{
  const Node *first = get_node (self, a), *second = get_node (self, b);
  g_autofree guint32 *words = g_new (guint32, first->n_words + 1);

  for (guint i = 0; i < first->n_words; i++)
    words[i] = kind == KIND_ALL ? first->words[i] & second->words[i]
                                : first->words[i] | second->words[i];
  return intern_set (self, first->variable, words);
}

/* Adds a part, taken apart when it is of the same kind itself. */
static void
add_part (YcFormulas *self,
          Kind        kind,
          GArray     *parts,
          YcFormula   formula)
{
  const Node *node = get_node (self, formula);

  self->work++;
  if (node->kind == kind)
    {
      for (guint i = 0; i < node->n_words; i++)
        add_part (self, kind, parts, node->words[i]);
      return;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      YcFormula other = g_array_index (parts, YcFormula, i);
      const Node *known = get_node (self, other);

      if (other == formula)
        return;
      if (node->kind == KIND_IS_IN && known->kind == KIND_IS_IN && known->variable == node->variable)
        {
          g_array_index (parts, YcFormula, i) = join_sets (self, kind, other, formula);
          return;
        }
    }
  g_array_append_val (parts, formula);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  YcFormula first = *(const YcFormula *) a, second = *(const YcFormula *) b;

  return first < second ? -1 : first > second;
}

static YcFormula
combine (YcFormulas *self,
         Kind        kind,
         GArray     *parts)
{
  YcFormula neutral = kind == KIND_ALL ? YC_FORMULA_TRUE : YC_FORMULA_FALSE;
  g_autoptr (GArray) flat = g_array_new (FALSE, FALSE, sizeof (YcFormula));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (YcFormula));

  for (guint i = 0; i < parts->len; i++)
    add_part (self, kind, flat, g_array_index (parts, YcFormula, i));
  for (guint i = 0; i < flat->len; i++)
    {
      YcFormula part = g_array_index (flat, YcFormula, i);

      if (part <= YC_FORMULA_TRUE && part != neutral)
        return part;
      if (part != neutral)
        g_array_append_val (left, part);
    }
  if (left->len == 0)
    return neutral;
  if (left->len == 1)
    return g_array_index (left, YcFormula, 0);
  g_array_sort (left, compare);
  return intern (self, kind, 0, (const guint32 *) left->data, left->len);
}

YcFormula
yc_formulas_all (YcFormulas *self,
                 GArray     *parts)
{
  return combine (self, KIND_ALL, parts);
}

YcFormula
yc_formulas_any (YcFormulas *self,
                 GArray     *parts)
{
  return combine (self, KIND_ANY, parts);
}

static YcFormula
negate_set (YcFormulas *self,
            const Node *node)
{
  guint n_values = g_array_index (self->n_values, guint, node->variable);
  g_autofree guint32 *words = g_new0 (guint32, node->n_words + 1);

  for (guint i = 0; i < n_values; i++)
    if (((node->words[i / 32] >> (i % 32)) & 1) == 0)
      words[i / 32] |= 1u << (i % 32);
  return intern_set (self, node->variable, words);
}

YcFormula
yc_formulas_not (YcFormulas *self,
                 YcFormula   formula)
{
  g_autoptr (GBytes) kept = g_bytes_ref (self->nodes->pdata[formula]);
  const Node *node = g_bytes_get_data (kept, NULL);
  g_autoptr (GArray) parts = NULL;

  if (node->kind == KIND_CONSTANT)
    return formula == YC_FORMULA_TRUE ? YC_FORMULA_FALSE : YC_FORMULA_TRUE;
  if (node->kind == KIND_IS_IN)
    return negate_set (self, node);

  parts = g_array_new (FALSE, FALSE, sizeof (YcFormula));
  for (guint i = 0; i < node->n_words; i++)
    {
      YcFormula part = yc_formulas_not (self, node->words[i]);

      g_array_append_val (parts, part);
    }
  return combine (self, node->kind == KIND_ALL ? KIND_ANY : KIND_ALL, parts);
}

static GHashTable *
get_memo (YcFormulas *self,
          guint       variable,
          guint       value)
{
  GPtrArray *memos = self->memos->pdata[variable];

  if (memos->pdata[value] == NULL)
    memos->pdata[value] = g_hash_table_new (NULL, NULL);
  return memos->pdata[value];
}

static YcFormula
assign (YcFormulas *self,
        GHashTable *memo,
        YcFormula   formula,
        guint       variable,
        guint       value)
{
  const Node *node = get_node (self, formula);
  g_autoptr (GArray) parts = NULL;
  gpointer known;
  YcFormula left;

  if (node->kind == KIND_CONSTANT || (node->kind == KIND_IS_IN && node->variable != variable))
    return formula;
  if (node->kind == KIND_IS_IN)
    return (node->words[value / 32] >> (value % 32)) & 1 ? YC_FORMULA_TRUE : YC_FORMULA_FALSE;
  if (g_hash_table_lookup_extended (memo, GUINT_TO_POINTER (formula), NULL, &known))
    return GPOINTER_TO_UINT (known);

  parts = g_array_new (FALSE, FALSE, sizeof (YcFormula));
  for (guint i = 0; i < node->n_words; i++)
    {
      YcFormula part = assign (self, memo, node->words[i], variable, value);

      g_array_append_val (parts, part);
    }
  left = combine (self, node->kind, parts);
  g_hash_table_insert (memo, GUINT_TO_POINTER (formula), GUINT_TO_POINTER (left));
  return left;
}

YcFormula
yc_formulas_assign (YcFormulas *self,
                    YcFormula   formula,
                    guint       variable,
                    guint       value)
{
  self->work++;
  return assign (self, get_memo (self, variable, value), formula, variable, value);
}

guint
yc_formulas_get_variable (YcFormulas *self,
                          YcFormula   formula)
{
  const Node *node = get_node (self, formula);

  while (node->kind == KIND_ALL || node->kind == KIND_ANY)
    node = get_node (self, node->words[0]);
  return node->kind == KIND_IS_IN ? node->variable : YC_FORMULA_NO_VARIABLE;
}

guint
yc_formulas_get_work (YcFormulas *self)
{
  return self->work;
}
