/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is computed in a form, by which formula and after what. */
#include "yc-form-formulas-private.h"

#include "yc-form-spec-private.h"
#include "yc-form-survey-private.h"
#include "yc-json.h"

/* Nobody reads about more of them. */
#define MAX_LOOPS 20

static void
formula_free (gpointer data)
{
  YcFormFormula *self = data;

  g_ptr_array_unref (self->target);
  g_array_unref (self->guards);
  g_free (self->where);
  json_node_unref (self->rule);
  g_free (self);
}

static void
find_cb (const YcFormPlace *place,
         gpointer           user_data)
{
  GPtrArray *formulas = user_data;
  JsonNode *rule = yc_json_get_member (place->schema, "x-calculate");
  YcFormFormula *self;

  if (rule == NULL || formulas->len > YC_FORM_MAX_FORMULAS)
    return;
  self = g_new0 (YcFormFormula, 1);
  self->target = yc_form_path_copy (place->path, G_MAXUINT);
  self->where = g_strconcat (place->pointer, "/x-calculate", NULL);
  self->rule = json_node_ref (rule);
  self->integer = yc_form_schema_has_type (place->schema, "integer");
  self->guards = yc_form_guards_copy (place->guards);
  self->n_steps = yc_form_path_get_scope (self->target, 0);
  g_ptr_array_add (formulas, self);
}

/* (transfer full) (element-type YcFormFormula): all `x-calculate` in @schema, in its order; one more
 * than there may be if there are too many */
GPtrArray *
yc_form_formulas_find (JsonNode *schema)
{
  GPtrArray *formulas = g_ptr_array_new_with_free_func (formula_free);

  yc_form_survey (schema, find_cb, formulas);
  return formulas;
}

/* Who looks at what; formulas are known by their place in @formulas. */
YcFormReads *
yc_form_formulas_index (GPtrArray *formulas)
{
  YcFormReads *reads = yc_form_reads_new ();

  for (guint i = 0; i < formulas->len; i++)
    {
      const YcFormFormula *formula = g_ptr_array_index (formulas, i);

      yc_form_reads_add_rule (reads, i, formula->rule, formula->target);
      yc_form_guards_add_reads (formula->guards, TRUE, formula->target, reads, i);
    }
  return reads;
}

/* Sorting */

typedef struct
{
  GPtrArray *formulas;
  guint    n;
  GArray **followers;       /* guint, for each formula: who needs it */
  guint   *n_needed;        /* how many it needs that are not sorted yet */
  guint   *marks;           /* the formula, from 1, that each was last found to follow */
  guint    current;
} Order;

static void
order_init (Order     *self,
            GPtrArray *formulas)
{
  guint n = formulas->len;

  self->formulas = formulas;
  self->n = n;
  self->followers = g_new0 (GArray *, n);
  self->n_needed = g_new0 (guint, n);
  self->marks = g_new0 (guint, n);
  for (guint i = 0; i < n; i++)
    self->followers[i] = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
order_clear (Order *self)
{
  for (guint i = 0; i < self->n; i++)
    g_array_unref (self->followers[i]);
  g_free (self->followers);
  g_free (self->n_needed);
  g_free (self->marks);
}

static void
add_follower (Order *self,
              guint  formula,
              guint  follower)
{
  if (self->marks[follower] == formula + 1)
    return;
  self->marks[follower] = formula + 1;
  g_array_append_val (self->followers[formula], follower);
  self->n_needed[follower]++;
}

static void
follower_cb (guint             who,
             const YcFormPath *place,
             guint             n_shared,
             gpointer          user_data)
{
  Order *self = user_data;
  const YcFormFormula *formula = g_ptr_array_index (self->formulas, self->current);
  const YcFormFormula *follower = g_ptr_array_index (self->formulas, who);

  /* Of two alternatives none needs the other. */
  if (!yc_form_guards_exclude (formula->guards, follower->guards))
    add_follower (self, self->current, who);
}

static void
spread (Order    *self,
        guint     from,
        gboolean *reached)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  reached[from] = TRUE;
  g_array_append_val (open, from);
  while (open->len > 0)
    {
      GArray *followers = self->followers[g_array_index (open, guint, open->len - 1)];

      g_array_set_size (open, open->len - 1);
      for (guint i = 0; i < followers->len; i++)
        {
          guint next = g_array_index (followers, guint, i);

          if (!reached[next])
            g_array_append_val (open, next);
          reached[next] = TRUE;
        }
    }
}

/* One whose inputs only data can tell comes after all others that it does not itself feed. */
static void
add_all (Order       *self,
         YcFormReads *reads)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree gboolean *reached = NULL;

      if (!yc_form_reads_has_all (reads, i))
        continue;
      reached = g_new0 (gboolean, self->n);
      spread (self, i, reached);
      for (guint k = 0; k < self->n; k++)
        if (!reached[k] && !yc_form_reads_has_all (reads, k))
          add_follower (self, k, i);
    }
}

static void
find_followers (Order       *self,
                GPtrArray   *formulas,
                YcFormReads *reads)
{
  for (guint i = 0; i < self->n; i++)
    {
      const YcFormFormula *formula = g_ptr_array_index (formulas, i);

      self->current = i;
      yc_form_reads_find (reads, formula->target, NULL, follower_cb, self);
    }
}

/* Those that only seem to follow because they are concerned by everything. */
static void
drop_all (Order       *self,
          YcFormReads *reads)
{
  for (guint i = 0; i < self->n; i++)
    for (guint k = self->followers[i]->len; k > 0; k--)
      {
        guint follower = g_array_index (self->followers[i], guint, k - 1);

        if (!yc_form_reads_has_all (reads, follower))
          continue;
        g_array_remove_index (self->followers[i], k - 1);
        self->n_needed[follower]--;
      }
}

static void
take (Order     *self,
      guint      formula,
      GPtrArray *formulas,
      GPtrArray *sorted,
      gboolean  *done)
{
  done[formula] = TRUE;
  g_ptr_array_add (sorted, g_ptr_array_index (formulas, formula));
  for (guint i = 0; i < self->followers[formula]->len; i++)
    self->n_needed[g_array_index (self->followers[formula], guint, i)]--;
}

/* Takes what needs nothing any more until all that is left needs each other. */
static void
take_free (Order     *self,
           GPtrArray *formulas,
           GPtrArray *sorted,
           gboolean  *done)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < self->n; i++)
        if (!done[i] && self->n_needed[i] == 0)
          {
            take (self, i, formulas, sorted, done);
            again = TRUE;
          }
    }
}

static guint
find_needed (Order          *self,
             guint           formula,
             const gboolean *done)
{
  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; !done[i] && k < self->followers[i]->len; k++)
      if (g_array_index (self->followers[i], guint, k) == formula)
        return i;
  return G_MAXUINT;
}

/* (transfer full) (element-type YcFormFormula): one loop of those that are left, the last of which
 * needs the first; it is cut open */
static GPtrArray *
cut_loop (Order     *self,
          GPtrArray *formulas,
          gboolean  *done)
{
  g_autoptr (GArray) trail = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *seen = g_new0 (gboolean, self->n);
  GPtrArray *loop = g_ptr_array_new ();
  guint formula = 0, first = 0;

  while (done[formula])
    formula++;
  for (; !seen[formula]; formula = find_needed (self, formula, done))
    {
      seen[formula] = TRUE;
      g_array_append_val (trail, formula);
    }
  while (g_array_index (trail, guint, first) != formula)
    first++;
  for (guint i = trail->len; i > first; i--)
    g_ptr_array_add (loop, g_ptr_array_index (formulas, g_array_index (trail, guint, i - 1)));
  self->n_needed[formula] = 0;
  return loop;
}

/*
 * yc_form_formulas_sort:
 * @formulas: all of them
 * @reads: their index
 * @loops: (element-type GPtrArray): gets those that go round in circles, as arrays of them
 *
 * Returns: (transfer container) (element-type YcFormFormula): @formulas in an order in which each
 *   comes after what it needs; not all of them if there are loops
 */
GPtrArray *
yc_form_formulas_sort (GPtrArray   *formulas,
                       YcFormReads *reads,
                       GPtrArray   *loops)
{
  GPtrArray *sorted = g_ptr_array_new ();
  g_autofree gboolean *done = g_new0 (gboolean, formulas->len);
  Order order = { 0 };

  order_init (&order, formulas);
  find_followers (&order, formulas, reads);
  drop_all (&order, reads);
  add_all (&order, reads);
  take_free (&order, formulas, sorted, done);
  while (sorted->len < formulas->len && loops->len < MAX_LOOPS)
    {
      g_ptr_array_add (loops, cut_loop (&order, formulas, done));
      take_free (&order, formulas, sorted, done);
    }
  order_clear (&order);
  return sorted;
}

/* (transfer full): for people: "/a → /b → /a" */
char *
yc_form_formulas_describe_loop (GPtrArray *loop)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i <= loop->len; i++)
    {
      const YcFormFormula *formula = g_ptr_array_index (loop, i % loop->len);
      g_autofree char *pointer = yc_form_path_to_pointer (formula->target);

      g_string_append_printf (text, "%s%s", i > 0 ? " → " : "", pointer);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
