export type { LabSetUps, SavedSetUp } from '#storage/lab-set-ups.ts';
