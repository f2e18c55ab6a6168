// Finishing on this computer, and taking the work to another one.
export default function (): void {}
